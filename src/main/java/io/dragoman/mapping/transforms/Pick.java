package io.dragoman.mapping.transforms;

import io.dragoman.mapping.Argument;
import io.dragoman.mapping.BadArgument;
import io.dragoman.mapping.Description;
import io.dragoman.mapping.Surroundings;
import io.dragoman.mapping.Transform;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Takes a column of gathered children. */
final class Pick implements Transform {
    private static final List<Map<String, String>> ALERTS = List.of(
            Map.of("kind", "allergy", "description", "Penicillin", "note", "rash"),
            Map.of("kind", "condition", "description", "Asthma"));

    @Override
    public Description description() {
        return Description.of(
                        "pick",
                        "Takes one column of gathered children, or several joined into one text for each child;"
                                + " where leaves out children that do not have one of the values.")
                .withArgument(
                        "a column; or column or columns, with: text between columns (a blank), where: column and values")
                .withKeys("column", "columns", "with", "where")
                .sample("description", ALERTS, List.of("Penicillin", "Asthma"))
                .sample(
                        Map.of("column", "description", "where", Map.of("kind", List.of("allergy"))),
                        ALERTS,
                        List.of("Penicillin"))
                .sample(
                        Map.of("columns", List.of("description", "note"), "with", ": "),
                        ALERTS,
                        List.of("Penicillin: rash", "Asthma"));
    }

    @Override
    public Prepared prepare(Argument argument, Surroundings surroundings) {
        Children children = Children.of(argument);
        if (argument.has("column") == argument.has("columns")) {
            throw new BadArgument("takes either column or columns");
        }
        List<String> columns =
                argument.at(argument.has("column") ? "column" : "columns").texts();
        String between = argument.text("with", " ");
        return Each.list(values -> picked(children.fitting(values), columns, between));
    }

    private static List<Object> picked(List<Map<?, ?>> children, List<String> columns, String between) {
        List<Object> picked = new ArrayList<>(children.size());
        for (Map<?, ?> child : children) {
            List<Object> cells = new ArrayList<>(columns.size());
            for (String column : columns) {
                Object cell = child.get(column);
                if (cell != null) {
                    cells.add(cell);
                }
            }
            if (!cells.isEmpty()) {
                picked.add(Join.joined(cells, between));
            }
        }
        return picked;
    }
}
