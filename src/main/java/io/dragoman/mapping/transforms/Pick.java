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
                                + " where leaves out children that do not have one of the values. Texts among the children stay.")
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
                        List.of("Penicillin: rash", "Asthma"))
                .sample("note", List.of("already a text", Map.of("note", "rash")), List.of("already a text", "rash"));
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
        return Each.list(values -> picked(values, children, columns, between));
    }

    private static List<Object> picked(List<?> values, Children children, List<String> columns, String between) {
        List<Object> picked = new ArrayList<>(values.size());
        for (Object value : values) {
            if (!(value instanceof Map<?, ?> child)) {
                if (value != null) {
                    picked.add(value);
                }
            } else if (children.fits(child)) {
                String text = Join.joined(cells(child, columns), between);
                if (!text.isEmpty()) {
                    picked.add(text);
                }
            }
        }
        return picked;
    }

    private static List<Object> cells(Map<?, ?> child, List<String> columns) {
        List<Object> cells = new ArrayList<>(columns.size());
        for (String column : columns) {
            Object cell = child.get(column);
            if (cell != null) {
                cells.add(cell);
            }
        }
        return cells;
    }
}
