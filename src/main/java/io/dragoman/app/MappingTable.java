package io.dragoman.app;

import io.dragoman.mapping.Mappings;
import io.dragoman.model.Mapping;
import io.dragoman.model.Policy;
import io.dragoman.model.TargetKind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The mappings as a table a practice manager can read: what comes from where, and whether it may leave. */
final class MappingTable {
    private MappingTable() {}

    static void addTo(Report.Draft draft, Mappings mappings, Policy policy) {
        for (Mapping mapping : mappings.all()) {
            TargetKind kind = mappings.kindOf(mapping);
            List<List<String>> rows = new ArrayList<>();
            mapping.rows().forEach(row -> rows.add(row(row, policy.passage(row, kind))));
            if (mapping.lines() != null) {
                mapping.lines().rows().forEach(row -> rows.add(row(row, policy.linePassage(row))));
            }
            mapping.leftBehind().forEach((field, why) -> rows.add(List.of("-", field, why, "", "left behind")));
            draft.detail(
                    mapping.title() + " (" + mapping.name() + ")",
                    mapping.why().strip().replaceAll("\\s+", " "),
                    List.of("In Pipedrive", "Comes from", "How", "Class", "Travels"),
                    rows);
        }
    }

    /** Target, source, way, class, and whether it travels. */
    static List<String> row(Mapping.Row row, Policy.Passage passage) {
        String how = row.isLink()
                ? "link through " + String.join(", ", row.through())
                : row.as().stream().map(MappingTable::step).collect(Collectors.joining(", "));
        String travels = switch (passage) {
            case AS_IT_IS -> "yes";
            case AS_TOKEN -> "as a token";
            case NOT_AT_ALL -> "withheld";
        };
        return List.of(row.target(), String.join(", ", row.from()), how, classes(row), travels);
    }

    private static String classes(Mapping.Row row) {
        return row.phiOf().entrySet().stream()
                .map(field -> "; " + field.getKey() + ": " + field.getValue().word())
                .collect(Collectors.joining("", row.phi().word(), ""));
    }

    /** A constant is shown with its value, which is all there is to it. */
    private static String step(Mapping.Step step) {
        return step.transform().equals("constant") ? "always " + step.argument() : step.transform();
    }
}
