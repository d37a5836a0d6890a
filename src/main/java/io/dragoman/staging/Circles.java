package io.dragoman.staging;

import io.dragoman.model.Problem;
import io.dragoman.model.SourceLayout.SourceObject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Finds columns that lead in a circle where the layout says they must end. */
final class Circles {
    private final Connection connection;
    private final Layout layout;
    private final Consumer<Finding> findings;

    Circles(Connection connection, Layout layout, Consumer<Finding> findings) {
        this.connection = connection;
        this.layout = layout;
        this.findings = findings;
    }

    void report() throws SQLException {
        for (Map.Entry<Layout.ColumnName, String> circle : layout.circles().entrySet()) {
            SourceObject object = layout.object(circle.getKey().object());
            String column = circle.getKey().column();
            Chains.follow(connection, object.name(), column, object.key().get(0));
            if (circle.getValue().equals("reference-circle")) {
                Tables.run(
                        connection,
                        "INSERT OR IGNORE INTO _cell (object, row, column, line, code, length) SELECT '" + object.name()
                                + "', _row, '" + column + "', _line, 'reference-circle', 0 FROM "
                                + Sql.name(object.name()) + " WHERE _row IN (" + Chains.ON_CIRCLE + ")");
            } else {
                reportDuplicates(object, column);
            }
            Tables.run(connection, "DROP TABLE temp.hop");
        }
    }

    private void reportDuplicates(SourceObject object, String column) throws SQLException {
        String rows = " FROM " + Sql.name(object.name()) + " o WHERE o._row IN (" + Chains.ON_CIRCLE + ")";
        long count = Summary.number(connection, "SELECT count(*)" + rows);
        if (count > 0) {
            List<String> keys = Summary.keys(
                    connection,
                    "SELECT " + Sql.key("o", object.key()) + rows + " ORDER BY o._row LIMIT " + Finding.KEYS);
            findings.accept(new Finding(
                    Finding.Severity.NOTE,
                    new Problem(
                            "duplicate-circle",
                            object.file() + " " + column,
                            "These records are named as duplicates of each other in a circle. Each is treated as a record"
                                    + " of its own; say in the source which one survives."),
                    count,
                    keys));
        }
    }
}
