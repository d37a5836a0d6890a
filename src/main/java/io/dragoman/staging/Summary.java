package io.dragoman.staging;

import io.dragoman.model.Problem;
import io.dragoman.model.SourceLayout.SourceObject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Tells what was found in many rows as one finding each: unusable rows by file and code, bad cells by column, and checks. */
final class Summary {
    private final Connection connection;
    private final Layout layout;
    private final Consumer<Finding> findings;

    Summary(Connection connection, Layout layout, Consumer<Finding> findings) {
        this.connection = connection;
        this.layout = layout;
        this.findings = findings;
    }

    void report() throws SQLException {
        for (String[] group : groups("SELECT object, '', code, count(*) FROM _problem GROUP BY object, code")) {
            add(group, "row", Advice.forRow(group[2]));
        }
        for (String[] group :
                groups("SELECT object, column, code, count(*) FROM _cell GROUP BY object, column, code")) {
            add(group, "cell", Advice.forCell(group[1], 0, group[2]) + " Records that use it are set aside.");
        }
        for (Layout.Check check : layout.checks()) {
            ask(check);
        }
    }

    private List<String[]> groups(String sql) throws SQLException {
        List<String[]> groups = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                groups.add(new String[] {row.getString(1), row.getString(2), row.getString(3), row.getString(4)});
            }
        }
        return groups;
    }

    private void add(String[] group, String what, String advice) throws SQLException {
        SourceObject object = layout.object(group[0]);
        String place = object.file() == null ? layout.source().system() + "." + object.name() : object.file();
        String keys = what.equals("row")
                ? "SELECT iif(key = '', 'line ' || line, key) FROM _problem WHERE object = '%s' AND code = '%s'"
                        .formatted(group[0], group[2])
                : "SELECT %s FROM _cell b CROSS JOIN %s o ON o._row = b.row WHERE b.object = '%s' AND b.column = '%s' AND b.code = '%s'"
                        .formatted(Sql.key("o", object.key()), Sql.name(group[0]), group[0], group[1], group[2]);
        findings.accept(new Finding(
                Finding.Severity.NOTE,
                new Problem(group[2], (place + " " + group[1]).strip(), advice),
                Long.parseLong(group[3]),
                keys(connection, keys + " ORDER BY row LIMIT " + Finding.KEYS)));
    }

    private void ask(Layout.Check check) throws SQLException {
        long count = number(connection, "SELECT count(*) FROM (" + check.sql() + ")");
        if (count > 0) {
            List<String> keys =
                    keys(connection, "SELECT key FROM (" + check.sql() + ") ORDER BY row LIMIT " + Finding.KEYS);
            Problem problem = new Problem(check.code(), check.place(), check.advice());
            findings.accept(new Finding(check.severity(), problem, count, keys));
        }
    }

    static List<String> keys(Connection connection, String sql) throws SQLException {
        List<String> keys = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                keys.add(String.valueOf(row.getString(1)));
            }
        }
        return keys;
    }

    static long number(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            return row.next() ? row.getLong(1) : 0;
        }
    }
}
