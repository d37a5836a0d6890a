package io.dragoman.mapping.transforms;

import io.dragoman.mapping.Argument;
import io.dragoman.mapping.BadArgument;
import io.dragoman.mapping.PlainText;
import io.dragoman.mapping.ValueProblem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads gathered children: those that a {@code where} lets through. */
final class Children {
    private final Map<String, Set<String>> where;

    private Children(Map<String, Set<String>> where) {
        this.where = where;
    }

    /** The {@code where} of an argument: column and the values it may have; an empty text stands for nothing. */
    static Children of(Argument argument) {
        Map<String, Set<String>> where = new HashMap<>();
        if (argument.raw() instanceof Map && argument.has("where")) {
            if (!(argument.at("where").raw() instanceof Map<?, ?> columns)) {
                throw new BadArgument("takes a map of columns and their values as where");
            }
            columns.forEach((column, values) ->
                    where.put(String.valueOf(column), new HashSet<>(new Argument(values, argument.columns()).texts())));
        }
        return new Children(where);
    }

    /** The children that fit, in their order. */
    List<Map<?, ?>> fitting(List<?> values) {
        List<Map<?, ?>> fitting = new ArrayList<>(values.size());
        for (Object value : values) {
            if (value instanceof Map<?, ?> child) {
                if (fits(child)) {
                    fitting.add(child);
                }
            } else if (!PlainText.nothing(value)) {
                throw new ValueProblem("unexpected-value", values, "where gathered children are wanted.");
            }
        }
        return fitting;
    }

    /** Whether no child is left out. */
    boolean all() {
        return where.isEmpty();
    }

    boolean fits(Map<?, ?> child) {
        for (Map.Entry<String, Set<String>> condition : where.entrySet()) {
            Object value = child.get(condition.getKey());
            if (!condition.getValue().contains(value == null ? "" : PlainText.of(value))) {
                return false;
            }
        }
        return true;
    }
}
