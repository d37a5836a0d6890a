package io.dragoman.run;

import io.dragoman.model.Mapping;
import io.dragoman.model.Problem;
import io.dragoman.model.RecordProblem;
import io.dragoman.model.TargetKind;
import io.dragoman.model.TargetRecord;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The last look before a record is written or proposed: what the target would refuse is set aside here. Thread-safe. */
public final class Preflight {
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
        if (kind != null && !kind.oneOf().isEmpty() && kind.oneOf().stream().noneMatch(field -> has(record, field))) {
            throw problem(
                    "links-empty",
                    kind.oneOf().stream().sorted().findFirst().orElseThrow(),
                    record,
                    phase.mapping(),
                    "a " + kind.name() + " must belong to at least one: "
                            + String.join(", ", new TreeSet<>(kind.oneOf()))
                            + ". None of these arrived. Mend that record, then replay.");
        }
        if (kind != null) {
            lengths(record, phase.mapping(), kind);
            conditions(record, phase.mapping(), kind);
        }
        record.customFields().forEach((field, value) -> {
            Set<String> labels = options.get((kind == null ? record.kind() : kind.schemaKind()) + "/" + field);
            if (labels != null && !labels.containsAll(value instanceof Collection<?> many ? many : List.of(value))) {
                throw problem(
                        "option-unknown",
                        field,
                        record,
                        phase.mapping(),
                        "the value is none of the " + labels.size()
                                + " options of this choice. Add it to options, map it, or `prepare` when the source has it for good.");
            }
        });
        return record;
    }

    private static void conditions(TargetRecord record, Mapping mapping, TargetKind kind) {
        kind.onlyWith()
                .forEach((field, others) -> others.forEach((other, value) -> {
                    Object beside = record.fields().get(other);
                    if (has(record, field) && !(value.isEmpty() ? beside == null : value.equals(beside))) {
                        throw problem(
                                "field-does-not-fit",
                                field,
                                record,
                                mapping,
                                "it can only stand where " + other + " is " + (value.isEmpty() ? "empty" : value)
                                        + ". Mend the record at the source, or let the mapping leave one of them out.");
                    }
                }));
    }

    private static void lengths(TargetRecord record, Mapping mapping, TargetKind kind) {
        for (Mapping.Row row : mapping.rows()) {
            length(
                    (row.custom() ? record.customFields() : record.fields()).get(row.target()),
                    row,
                    record,
                    mapping,
                    kind);
        }
        Mapping.Lines lines = mapping.lines();
        for (Mapping.Row row : lines == null ? List.<Mapping.Row>of() : lines.rows()) {
            record.lines().forEach(line -> length(line.fields().get(row.target()), row, record, mapping, kind));
        }
    }

    private static void length(
            @Nullable Object value, Mapping.Row row, TargetRecord record, Mapping mapping, TargetKind kind) {
        OptionalInt longest = kind.longest(row.target(), kind.typeOf(row));
        if (value instanceof String text && longest.isPresent() && text.length() > longest.getAsInt()) {
            throw problem(
                    "value-too-long",
                    row.target(),
                    record,
                    mapping,
                    "a text of " + text.length() + " characters, where " + longest.getAsInt()
                            + " fit. Shorten it in the mapping, or make the custom field a long-text.");
        }
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
        Mapping.Lines lines = mapping.lines();
        String place = Stream.concat(mapping.rows().stream(), lines == null ? Stream.of() : lines.rows().stream())
                .filter(row -> row.target().equals(field))
                .map(row -> row.place().toString())
                .findFirst()
                .orElse(mapping.place().toString());
        return new RecordProblem(
                new Problem(code, place + " \"" + field + "\" " + mapping.from() + " " + record.key(), advice));
    }
}
