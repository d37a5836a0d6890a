package io.dragoman.run.sample;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** How many fields came back as expected, by mapping and by field. For one thread. */
public final class Accuracy {
    private final Map<String, Count> byMapping = new LinkedHashMap<>();
    private final Map<String, Map<String, Count>> byField = new LinkedHashMap<>();

    /** Fields that were compared, and those of them that came back equal. */
    public record Count(long compared, long equal) {
        static final Count NOTHING = new Count(0, 0);

        Count plus(Count more) {
            return new Count(compared + more.compared, equal + more.equal);
        }

        /** Per cent with two digits, rounded down, so that only all is 100; 100 of nothing. */
        public String share() {
            return String.format(Locale.ROOT, "%d.%02d %%", hundredths() / 100, hundredths() % 100);
        }

        /** Hundredths of a percent, rounded down. */
        public long hundredths() {
            return compared == 0 ? 10_000 : equal * 10_000 / compared;
        }
    }

    /** Counts one field. */
    public void count(FieldCheck check) {
        if (check.verdict().counts()) {
            Count one = new Count(1, check.verdict() == Verdict.EQUAL ? 1 : 0);
            byMapping.merge(check.mapping(), one, Count::plus);
            // All lines of a record count under the row that makes them.
            String row = check.field().replaceFirst("^lines\\.[0-9]+\\.", "lines.");
            byField.computeIfAbsent(check.mapping(), any -> new LinkedHashMap<>())
                    .merge(row, one, Count::plus);
        }
    }

    /** Everything together. */
    public Count all() {
        return byMapping.values().stream().reduce(Count.NOTHING, Count::plus);
    }

    /** By mapping, in the order they were counted. */
    public Map<String, Count> byMapping() {
        return byMapping;
    }

    /** By field of a mapping, in the order they were counted. */
    public Map<String, Count> byField(String mapping) {
        return byField.getOrDefault(mapping, Map.of());
    }
}
