package io.dragoman.staging;

import io.dragoman.model.SourceLayout.SourceObject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/**
 * The tables of a staging: one for each object, all columns text, {@code _row} the number of the record in its file and
 * {@code _line} the line it begins on; and two for what is wrong: {@code _problem} for rows, {@code _cell} for cells.
 */
final class Tables {
    private Tables() {}

    static void create(Connection connection, SourceObject object) throws SQLException {
        StringBuilder sql = new StringBuilder("CREATE TABLE ")
                .append(Sql.name(object.name()))
                .append(" (_row INTEGER PRIMARY KEY, _line INTEGER");
        object.columns()
                .forEach(c -> sql.append(", ").append(Sql.name(c.name())).append(" TEXT"));
        run(connection, sql.append(')').toString());
    }

    /** What views may ask for by name. */
    static void createSettings(Connection connection, Map<String, String> settings) throws SQLException {
        run(connection, "CREATE TABLE _setting (name TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID");
        for (Map.Entry<String, String> setting : settings.entrySet()) {
            set(connection, setting.getKey(), setting.getValue());
        }
    }

    static void set(Connection connection, String name, String value) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("INSERT OR REPLACE INTO _setting (name, value) VALUES (?, ?)")) {
            statement.setString(1, name);
            statement.setString(2, value);
            statement.executeUpdate();
        }
    }

    static void createProblems(Connection connection) throws SQLException {
        run(
                connection,
                "CREATE TABLE _problem (object TEXT, row INTEGER, line INTEGER, key TEXT, code TEXT,"
                        + " PRIMARY KEY (object, row)) WITHOUT ROWID");
        run(
                connection,
                "CREATE TABLE _cell (object TEXT, row INTEGER, column TEXT, line INTEGER, code TEXT, length INTEGER,"
                        + " PRIMARY KEY (object, row, column)) WITHOUT ROWID");
    }

    /** Runs one statement without parameters; answers how many rows it changed. */
    static int run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }
}
