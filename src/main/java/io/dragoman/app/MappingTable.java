package io.dragoman.app;

import io.dragoman.mapping.Mappings;
import io.dragoman.model.Mapping;
import io.dragoman.model.Policy;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The mappings as a table a practice manager can read: what comes from where, and whether it may leave. */
final class MappingTable {
    private MappingTable() {}

    static void addTo(Report.Draft draft, Mappings mappings, Policy policy) {
        for (Mapping mapping : mappings.all()) {
            List<List<String>> rows = new ArrayList<>();
            Stream<Mapping.Row> all = mapping.lines() == null
                    ? mapping.rows().stream()
                    : Stream.concat(mapping.rows().stream(), mapping.lines().rows().stream());
            all.forEach(row -> rows.add(row(row, policy)));
            mapping.leftBehind().forEach((field, why) -> rows.add(List.of("-", field, why, "", "left behind")));
            draft.section(
                    mapping.title() + " (" + mapping.name() + ")",
                    mapping.why().strip().replaceAll("\\s+", " "),
                    List.of("In Pipedrive", "Comes from", "How", "Class", "Travels"),
                    rows);
        }
    }

    private static List<String> row(Mapping.Row row, Policy policy) {
        String how = row.isLink()
                ? "link through " + String.join(", ", row.through())
                : row.as().stream().map(Mapping.Step::transform).collect(Collectors.joining(", "));
        String travels = policy.lets(row.phi()) ? "yes" : policy.tokenises(row.phi()) ? "as a token" : "withheld";
        return List.of(
                row.target(), String.join(", ", row.from()), how, row.phi().word(), travels);
    }
}
