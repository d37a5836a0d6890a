package io.dragoman.staging;

import io.dragoman.model.Mapping.Gather;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the rows that a reading cannot use: a cell it reads is bad, in the row or in a gathered child, or its key is missing
 * or another row's. A bad cell that nobody reads sets nothing aside.
 */
final class Asides {
    static final String INTO = "INSERT OR IGNORE INTO temp.aside (row, code, object, line, column, length) ";

    private final Prepared prepared;

    Asides(Prepared prepared) {
        this.prepared = prepared;
    }

    void fill() throws SQLException {
        lineage();
        List<String> values = new ArrayList<>(List.of(prepared.object().name()));
        values.addAll(prepared.columns());
        run(
                INTO + "SELECT b.row, b.code, b.object, b.line, b.column, b.length FROM _cell b WHERE b.object = ?"
                        + " AND b.column IN (" + Sql.marks(prepared.columns().size()) + ") ORDER BY b.row, b.column",
                values);
        List<Gather> gathers = prepared.reading().gathers();
        for (int i = 0; i < gathers.size(); i++) {
            new BadChildren(
                            prepared,
                            gathers.get(i),
                            prepared.reading().gatherColumns().get(i))
                    .fill();
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

    private void run(String sql, List<String> values) throws SQLException {
        run(prepared, sql, values);
    }

    static void run(Prepared prepared, String sql, List<String> values) throws SQLException {
        try (PreparedStatement statement = prepared.connection().prepareStatement(sql)) {
            for (int i = 0; i < values.size(); i++) {
                statement.setString(i + 1, values.get(i));
            }
            statement.executeUpdate();
        }
    }
}
