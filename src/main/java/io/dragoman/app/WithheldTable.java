package io.dragoman.app;

import io.dragoman.mapping.Mappings;
import io.dragoman.model.Mapping;
import io.dragoman.model.Mapping.Row;
import io.dragoman.model.Policy;
import io.dragoman.model.TargetKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a policy keeps at the source, mapping by mapping and class by class. */
final class WithheldTable {
    static final List<String> COLUMNS = List.of("What", "Class", "Fields");

    private WithheldTable() {}

    /** One row for each mapping and class; a record that cannot be made without a withheld field stays as a whole. */
    static List<List<String>> of(Mappings mappings, Policy policy) {
        List<List<String>> rows = new ArrayList<>();
        for (Mapping mapping : mappings.all()) {
            TargetKind kind = mappings.kindOf(mapping);
            boolean whole = policy.withholdsWhole(mapping, kind);
            withheld(mapping, kind, policy)
                    .forEach((phi, targets) ->
                            rows.add(List.of(mapping.title(), phi, whole ? "all of it: " + targets : targets)));
        }
        return rows;
    }

    private static Map<String, String> withheld(Mapping mapping, TargetKind kind, Policy policy) {
        Stream<Row> ofRecord =
                mapping.rows().stream().filter(row -> policy.passage(row, kind) == Policy.Passage.NOT_AT_ALL);
        Stream<Row> ofLines = mapping.lines() == null
                ? Stream.of()
                : mapping.lines().rows().stream().filter(row -> policy.linePassage(row) == Policy.Passage.NOT_AT_ALL);
        Map<String, String> withheld = Stream.concat(ofRecord, ofLines)
                .collect(Collectors.groupingBy(
                        row -> row.phi().word(),
                        TreeMap::new,
                        Collectors.mapping(Row::target, Collectors.joining(", "))));
        parts(mapping, policy)
                .forEach((phi, parts) -> withheld.merge(phi, parts, (targets, more) -> targets + ", " + more));
        return withheld;
    }

    /** Columns that a row which travels may not use. */
    private static Map<String, String> parts(Mapping mapping, Policy policy) {
        Map<String, String> parts = new TreeMap<>();
        for (Row row : mapping.rows()) {
            row.phiOf().forEach((field, phi) -> {
                if (!policy.lets(phi)) {
                    parts.merge(phi.word(), field + " in " + row.target(), (one, other) -> one + ", " + other);
                }
            });
        }
        return parts;
    }
}
