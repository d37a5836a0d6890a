package io.dragoman.staging;

import io.dragoman.model.Mapping.Gather;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds the rows that a reading cannot use: a cell it reads is bad, in the row or in a gathered child, or its key is missing
 * or another row's. A bad cell that nobody reads sets nothing aside.
 */
final class Asides {
    private static final String INTO = "INSERT OR IGNORE INTO temp.aside (row, code, object, line, column, length) ";

    private final Prepared prepared;

    Asides(Prepared prepared) {
        this.prepared = prepared;
    }

    void fill() throws SQLException {
        lineage();
        run(
                INTO + "SELECT b.row, b.code, b.object, b.line, b.column, b.length FROM _cell b WHERE b.object = ?"
                        + " AND b.column IN (" + Sql.marks(prepared.columns().size()) + ") ORDER BY b.row, b.column",
                concat(prepared.object().name(), prepared.columns()));
        List<Gather> gathers = prepared.reading().gathers();
        for (int i = 0; i < gathers.size(); i++) {
            gathered(gathers.get(i), prepared.reading().gatherColumns().get(i));
        }
    }

    /** The object's own key is complete and unique since it was finished; any other lineage is looked at here. */
    private void lineage() throws SQLException {
        List<String> lineage = prepared.lineage();
        if (lineage.equals(prepared.object().key())) {
            return;
        }
        String first = "'" + prepared.object().name() + "', o._line, NULL, 0 FROM " + prepared.table();
        run(INTO + "SELECT o._row, 'key-missing', " + first + " WHERE " + Sql.anyMissing("o", lineage), List.of());
        run(
                INTO + "SELECT row, 'duplicate-key', '" + prepared.object().name()
                        + "', line, NULL, 0 FROM (SELECT o._row AS row, o._line AS line, row_number() OVER (PARTITION BY "
                        + Sql.columns("o", lineage) + " ORDER BY o._row) AS n FROM " + prepared.table() + " WHERE "
                        + Sql.allSet("o", lineage) + ") WHERE n > 1",
                List.of());
    }

    private void gathered(Gather gather, Set<String> columns) throws SQLException {
        Set<String> used = new LinkedHashSet<>(columns);
        used.addAll(gather.by().keySet());
        gather.order().forEach(entry -> used.add(GatherCursor.ordering(entry)));
        used.addAll(gather.where().keySet());
        String child = Prepared.bare(gather.from());
        String by = gather.by().entrySet().stream()
                .map(e -> Sql.column("o", e.getValue()) + " = " + Sql.column("c", e.getKey()))
                .collect(Collectors.joining(" AND "));
        // A row whose condition cannot be judged, because that very cell is bad, counts as gathered.
        run(
                INTO + "SELECT o._row, b.code, b.object, b.line, b.column, b.length FROM _cell b CROSS JOIN "
                        + Sql.name(child) + " c ON c._row = b.row CROSS JOIN " + prepared.table() + " ON " + by
                        + " WHERE b.object = ? AND b.column IN (" + Sql.marks(used.size()) + ")"
                        + where(gather.where()) + " ORDER BY b.row, b.column",
                concat(child, used, gather.where()));
    }

    private static String where(Map<String, Set<String>> where) {
        StringBuilder sql = new StringBuilder();
        where.forEach((column, values) -> sql.append(" AND (b.column = '")
                .append(column)
                .append("' OR ")
                .append(GatherCursor.condition("c", column, values))
                .append(')'));
        return sql.toString();
    }

    private static List<String> concat(String first, Collection<String> rest) {
        List<String> all = new ArrayList<>(List.of(first));
        all.addAll(rest);
        return all;
    }

    private static List<String> concat(String first, Collection<String> rest, Map<String, Set<String>> where) {
        List<String> all = concat(first, rest);
        where.values().forEach(values -> all.addAll(GatherCursor.bound(values)));
        return all;
    }

    private void run(String sql, List<String> values) throws SQLException {
        try (PreparedStatement statement = prepared.connection().prepareStatement(sql)) {
            for (int i = 0; i < values.size(); i++) {
                statement.setString(i + 1, values.get(i));
            }
            statement.executeUpdate();
        }
    }
}
