package io.dragoman.run;

import io.dragoman.model.AsHeld;
import io.dragoman.model.HeldRecord;
import io.dragoman.model.Mapping;
import io.dragoman.model.TargetKind;
import io.dragoman.model.TargetRecord;
import io.dragoman.run.Likeness.Sort;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * By what a mapping recognises a record that the account had before: marks, which are equal on both sides when a field
 * agrees. Thread-safe.
 */
public final class Recognition {
    private static final String NAME = "name";
    private static final String BETWEEN = "\u0001";

    private final Mapping mapping;
    private final TargetKind kind;
    private final Likeness likeness;
    private final List<List<String>> sets;
    private final String keptIn;

    /** @param mapping with {@code existing} in its identity */
    public Recognition(Mapping mapping, TargetKind kind, Likeness likeness) {
        this.mapping = mapping;
        this.kind = kind;
        this.likeness = likeness;
        this.sets = Objects.requireNonNull(mapping.identity().existing()).sameAs();
        this.keptIn = Objects.requireNonNull(mapping.identity().keptIn());
    }

    Mapping mapping() {
        return mapping;
    }

    /** Every mark by which a record of the account may be asked for. */
    public Set<String> marks(HeldRecord held) {
        Set<String> marks = new LinkedHashSet<>();
        sets.stream()
                .flatMap(List::stream)
                .forEach(field -> marks.addAll(marks(field, sort(field), value(field, held))));
        marks.addAll(marks(keptIn, Sort.EXACT, held.customFields().get(keptIn)));
        return marks;
    }

    /** The mark of the record that carries our key already. */
    Set<String> keyMarks(TargetRecord record) {
        return marks(keptIn, Sort.EXACT, record.customFields().get(keptIn));
    }

    /** Our key in a record of the account; empty when it bears none. */
    String keyOf(HeldRecord held) {
        return held.customFields().get(keptIn) instanceof AsHeld key ? key.text() : "";
    }

    /** For each rule that the record can answer, the marks of its fields: one of each has to be there. */
    Map<String, List<Set<String>>> rules(TargetRecord record) {
        Map<String, List<Set<String>>> rules = new LinkedHashMap<>();
        for (List<String> set : sets) {
            List<Set<String>> fields = new ArrayList<>();
            set.forEach(field -> fields.add(marks(field, sort(field), value(field, record))));
            if (fields.stream().noneMatch(Set::isEmpty)) {
                rules.put(String.join(" + ", set), fields);
            }
        }
        return rules;
    }

    /** Whether the record of the account, found without its name, is somebody else: families share what they have. */
    boolean isSomebodyElse(String rule, TargetRecord record, HeldRecord held) {
        return isHuman()
                && !List.of(rule.split(" \\+ ")).contains(NAME)
                && !likeness.mayBeOneHuman(
                        record.fields().get(NAME), held.fields().get(NAME));
    }

    private boolean isHuman() {
        return kind.fields().containsValue("emails");
    }

    private Set<String> marks(String field, Sort sort, @Nullable Object value) {
        return likeness.forms(sort, value).stream()
                .map(form -> field + BETWEEN + sort + BETWEEN + form)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Sort sort(String field) {
        String type = mapping.rows().stream()
                .filter(row -> row.target().equals(field))
                .map(kind::typeOf)
                .findFirst()
                .orElse("");
        return switch (type) {
            case "emails" -> Sort.EMAIL;
            case "phones", "phone" -> Sort.PHONE;
            case "text", "long-text", "address" -> field.equals(NAME) && isHuman() ? Sort.HUMAN : Sort.WORDS;
            default -> Sort.EXACT;
        };
    }

    private boolean custom(String field) {
        return mapping.rows().stream()
                .anyMatch(row -> row.custom() && row.target().equals(field));
    }

    private @Nullable Object value(String field, HeldRecord held) {
        return (custom(field) ? held.customFields() : held.fields()).get(field);
    }

    private @Nullable Object value(String field, TargetRecord record) {
        return (custom(field) ? record.customFields() : record.fields()).get(field);
    }
}
