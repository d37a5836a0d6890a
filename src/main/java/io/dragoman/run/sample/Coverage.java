package io.dragoman.run.sample;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How much of what occurs in the source a sample shows.
 *
 * @param counts by mapping and sort of trait, in the order of the phases
 * @param notShown what no record of the sample shows
 */
public record Coverage(Map<Line, Count> counts, List<Trait> notShown) {
    /** One line of the table. */
    public record Line(String mapping, Trait.Sort sort) {}

    /**
     * Traits of one sort.
     *
     * @param shown by the sample
     * @param occurring in records that can travel
     * @param outOfReach in records only that will be set aside
     */
    public record Count(int shown, int occurring, int outOfReach) {
        static final Count NOTHING = new Count(0, 0, 0);

        Count plus(Count more) {
            return new Count(shown + more.shown, occurring + more.occurring, outOfReach + more.outOfReach);
        }

        /** Whether everything that can be shown is shown. */
        public boolean isWhole() {
            return shown == occurring;
        }
    }

    /** The counts as a text that {@link #read} understands. */
    public String text() {
        return counts.entrySet().stream()
                .map(entry -> entry.getKey().mapping() + " " + entry.getKey().sort() + " "
                        + entry.getValue().shown() + " " + entry.getValue().occurring() + " "
                        + entry.getValue().outOfReach())
                .collect(Collectors.joining("\n"));
    }

    /** What {@link #text} wrote; which traits are not shown is not among it. */
    public static Coverage read(String text) {
        Map<Line, Count> counts = new LinkedHashMap<>();
        text.lines()
                .map(line -> line.split(" ", -1))
                .forEach(words -> counts.put(
                        new Line(words[0], Trait.Sort.valueOf(words[1])),
                        new Count(Integer.parseInt(words[2]), Integer.parseInt(words[3]), Integer.parseInt(words[4]))));
        return new Coverage(counts, List.of());
    }

    /** All mappings together. */
    public Count of(Trait.Sort sort) {
        return counts.entrySet().stream()
                .filter(entry -> entry.getKey().sort() == sort)
                .map(Map.Entry::getValue)
                .reduce(Count.NOTHING, Count::plus);
    }

    /** Whether every line and every code that can be shown is shown; without that, a sample speaks for nothing. */
    public boolean isEnough() {
        return of(Trait.Sort.LINE).isWhole()
                && of(Trait.Sort.CODE).isWhole()
                && of(Trait.Sort.RECORD).isWhole();
    }
}
