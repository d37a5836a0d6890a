package io.dragoman.staging;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Follows a column that leads from row to row. The temporary table {@code hop} holds for each row that leads to another one
 * the next row as {@code step}, and the end of its chain as {@code dest}; a {@code dest} that is itself in the table is on
 * a circle. Each round doubles the length walked, so that a chain of a million rows takes twenty rounds.
 */
final class Chains {
    /** Rows that stand on a circle; rows that only lead into one are not among them. */
    static final String ON_CIRCLE = """
            WITH RECURSIVE circle(row) AS (
              SELECT dest FROM temp.hop WHERE dest IN (SELECT row FROM temp.hop)
              UNION
              SELECT h.step FROM circle c JOIN temp.hop h ON h.row = c.row
            )
            SELECT row FROM circle""";

    private Chains() {}

    static void follow(Connection connection, String object, String column, String leadsTo) throws SQLException {
        Tables.run(connection, "DROP TABLE IF EXISTS temp.hop");
        Tables.run(connection, "CREATE TEMP TABLE hop (row INTEGER PRIMARY KEY, step INTEGER, dest INTEGER)");
        int count = Tables.run(
                connection,
                "INSERT INTO temp.hop SELECT o._row, r._row, r._row FROM " + Sql.name(object) + " o CROSS JOIN "
                        + Sql.name(object) + " r ON " + Sql.column("r", leadsTo) + " = " + Sql.column("o", column)
                        + " WHERE o._row <> r._row");
        int rounds = Integer.SIZE - Integer.numberOfLeadingZeros(count) + 1;
        for (int round = 0; round < rounds && goesOn(connection); round++) {
            Tables.run(
                    connection,
                    "UPDATE temp.hop SET dest = (SELECT h.dest FROM temp.hop h WHERE h.row = hop.dest)"
                            + " WHERE dest IN (SELECT row FROM temp.hop)");
        }
    }

    private static boolean goesOn(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                        "SELECT 1 FROM temp.hop a JOIN temp.hop b ON b.row = a.dest LIMIT 1");
                ResultSet row = statement.executeQuery()) {
            return row.next();
        }
    }
}
