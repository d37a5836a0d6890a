package io.dragoman.run;

import io.dragoman.model.Mapping;
import io.dragoman.model.Mapping.FieldType;
import io.dragoman.model.Problem;
import io.dragoman.model.RecordProblem;
import io.dragoman.model.TargetKind;
import io.dragoman.model.TargetRecord;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The last look before a record is written or proposed: what the target would refuse is set aside here. Thread-safe. */
public final class Preflight {
    /** What a text that is no long text may hold, in every kind. */
    private static final int LONGEST_TEXT = 255;

    private final Map<String, TargetKind> kinds;
    private volatile Map<String, Set<String>> options = Map.of();

    /** @param kinds by name */
    public Preflight(Map<String, TargetKind> kinds) {
        this.kinds = Map.copyOf(kinds);
    }

    /** Tells the labels of each choice the account has or will have, by {@code kind/field}; before the first record. */
    public void options(Map<String, Set<String>> labels) {
        options = Map.copyOf(labels);
    }

    /**
     * Lets the record through as it is.
     *
     * @throws RecordProblem when a field the kind needs came out empty, or a choice has no such option
     */
    public TargetRecord check(TargetRecord record, Phase phase) {
        TargetKind kind = kinds.get(record.kind());
        for (String field : kind == null ? Set.<String>of() : kind.required()) {
            if (!has(record, field)) {
                throw problem(
                        "field-empty",
                        field,
                        record,
                        phase.mapping(),
                        "a " + record.kind() + " cannot be made without it. Complete the record at the source.");
            }
        }
        for (Mapping.Row row : phase.mapping().rows()) {
            Object value = (row.custom() ? record.customFields() : record.fields()).get(row.target());
            if (value instanceof String text && text.length() > LONGEST_TEXT && isShort(row, kind)) {
                throw problem(
                        "value-too-long",
                        row.target(),
                        record,
                        phase.mapping(),
                        "a text of " + text.length() + " characters, where " + LONGEST_TEXT
                                + " fit. Shorten it in the mapping, or make the custom field a long-text.");
            }
        }
        record.customFields().forEach((field, value) -> {
            Set<String> labels = options.get(record.kind() + "/" + field);
            if (labels != null && !labels.containsAll(value instanceof Collection<?> many ? many : List.of(value))) {
                throw problem(
                        "option-unknown",
                        field,
                        record,
                        phase.mapping(),
                        "the value is none of the " + labels.size()
                                + " options of this choice. Add it to options, or map it.");
            }
        });
        return record;
    }

    private static boolean isShort(Mapping.Row row, @Nullable TargetKind kind) {
        FieldType type = row.type();
        return type == null
                ? kind != null && "text".equals(kind.fields().get(row.target()))
                : type == FieldType.TEXT || type == FieldType.PHONE;
    }

    /** A kind made of lines may have a field in the record or in each of its lines. */
    private static boolean has(TargetRecord record, String field) {
        return record.fields().containsKey(field)
                || (!record.lines().isEmpty()
                        && record.lines().stream()
                                .allMatch(line -> line.fields().containsKey(field)));
    }

    private static RecordProblem problem(
            String code, String field, TargetRecord record, Mapping mapping, String advice) {
        String place = mapping.rows().stream()
                .filter(row -> row.target().equals(field))
                .map(row -> row.place().toString())
                .findFirst()
                .orElse(mapping.place().toString());
        return new RecordProblem(
                new Problem(code, place + " \"" + field + "\" " + mapping.from() + " " + record.key(), advice));
    }
}
