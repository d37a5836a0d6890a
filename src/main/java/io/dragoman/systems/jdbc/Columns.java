package io.dragoman.systems.jdbc;

import io.dragoman.model.Problem;
import io.dragoman.model.SourceLayout.Column;
import io.dragoman.model.SourceLayout.SourceObject;
import io.dragoman.staging.Finding;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Which column of a result is which of the layout.
 *
 * @param all those that are staged, in the order of the result
 */
record Columns(List<Bound> all) {
    /**
     * One of them.
     *
     * @param index in the result, from 1
     * @param sqlType of {@link java.sql.Types}
     */
    record Bound(int index, Column column, int sqlType) {}

    List<String> names() {
        return all.stream().map(bound -> bound.column().name()).toList();
    }

    /** Compares the names of a result with those of the layout, without regard to case; what is wrong goes to the problems. */
    static Columns of(
            Query query, SourceObject object, ResultSetMetaData result, List<Problem> problems, Consumer<Finding> notes)
            throws SQLException {
        List<Bound> all = new ArrayList<>();
        BitRule bits = query.bits();
        for (int i = 1; i <= result.getColumnCount(); i++) {
            String label = result.getColumnLabel(i);
            Optional<Column> known = object.columns().stream()
                    .filter(c -> c.name().equalsIgnoreCase(label))
                    .findFirst();
            if (known.isPresent()) {
                all.add(new Bound(i, known.get(), result.getColumnType(i)));
            } else if (bits == null || !bits.uses(label)) {
                problems.add(new Problem(
                        "column-unknown",
                        place(query, label),
                        "The layout has no column " + label + " in " + object.name()
                                + ". Name the column with AS, or leave it out."));
            }
        }
        Columns columns = new Columns(List.copyOf(all));
        columns.lookForMissing(query, object, problems, notes);
        return columns;
    }

    private static String place(Query query, String label) {
        int line = query.lineOf(label);
        return line == 0 ? query.file() : query.file() + ":" + line;
    }

    private void lookForMissing(Query query, SourceObject object, List<Problem> problems, Consumer<Finding> notes) {
        Set<String> there = Set.copyOf(names());
        if (there.size() < all.size()) {
            problems.add(new Problem("column-twice", query.file(), "The query gives a column twice. Keep one."));
        }
        String required = missing(object, there, true);
        String optional = missing(object, there, false);
        if (!required.isEmpty()) {
            problems.add(new Problem(
                    "column-missing", query.file(), "The query lacks " + required + ". Add what is missing."));
        } else if (!optional.isEmpty()) {
            notes.accept(Finding.note("column-missing", query.file(), "Not in the query, so empty: " + optional + "."));
        }
    }

    private static String missing(SourceObject object, Set<String> there, boolean required) {
        return object.columns().stream()
                .filter(column -> column.required() == required && !there.contains(column.name()))
                .map(Column::name)
                .collect(Collectors.joining(", "));
    }
}
