package io.dragoman.staging;

import io.dragoman.model.SourceLayout.SourceObject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Single questions about staged objects, asked one at a time on one connection. */
final class Lookups {
    private final Connection connection;
    private final Layout layout;
    private final Map<List<String>, PreparedStatement> byKey = new HashMap<>();

    Lookups(Connection connection, Layout layout) {
        this.connection = connection;
        this.layout = layout;
    }

    synchronized boolean exists(String object, List<String> keyColumns, String key) {
        try {
            List<String> question = new ArrayList<>(keyColumns);
            question.add(0, object);
            PreparedStatement statement = byKey.get(question);
            if (statement == null) {
                statement = prepare(object, keyColumns);
                byKey.put(question, statement);
            }
            statement.setString(1, key);
            try (ResultSet row = statement.executeQuery()) {
                return row.next();
            }
        } catch (SQLException e) {
            throw StagingFile.failed(e);
        }
    }

    /** An object is found by its own key through the index; any other key, or a composite one, is indexed on first use. */
    private PreparedStatement prepare(String object, List<String> keyColumns) throws SQLException {
        SourceObject of = layout.object(object);
        if (keyColumns.size() == 1 && keyColumns.equals(of.key())) {
            return connection.prepareStatement(
                    "SELECT 1 FROM " + Sql.name(object) + " WHERE " + Sql.name(keyColumns.get(0)) + " = ?");
        }
        String table = Sql.name("known " + byKey.size());
        Tables.run(connection, "CREATE TEMP TABLE " + table + " (key TEXT PRIMARY KEY) WITHOUT ROWID");
        Tables.run(
                connection,
                "INSERT OR IGNORE INTO " + table + " SELECT " + Sql.key("o", keyColumns) + " FROM " + Sql.name(object)
                        + " o WHERE " + Sql.allSet("o", keyColumns));
        return connection.prepareStatement("SELECT 1 FROM " + table + " WHERE key = ?");
    }

    synchronized List<String> distinct(String object, String column) {
        layout.object(object);
        String name = Sql.name(column);
        String sql =
                "SELECT DISTINCT " + name + " FROM " + Sql.name(object) + " WHERE " + name + " IS NOT NULL ORDER BY 1";
        List<String> values = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        } catch (SQLException e) {
            throw StagingFile.failed(e);
        }
    }

    synchronized List<List<String>> distinctRows(String object, List<String> columns) {
        layout.object(object);
        String names = Sql.columns("o", columns);
        String sql = "SELECT " + names + " FROM " + Sql.name(object) + " o WHERE " + Sql.allSet("o", columns)
                + " GROUP BY " + names + " ORDER BY min(o._row)";
        return rows(sql, columns.size());
    }

    /** @param columns how many there are */
    synchronized List<List<String>> rows(String sql, int columns) {
        List<List<String>> rows = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet found = statement.executeQuery()) {
            while (found.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= columns; i++) {
                    row.add(Objects.requireNonNullElse(found.getString(i), ""));
                }
                rows.add(row);
            }
            return rows;
        } catch (SQLException e) {
            throw StagingFile.failed(e);
        }
    }

    synchronized long count(String object) {
        layout.object(object);
        String sql = "SELECT (SELECT count(*) FROM " + Sql.name(object)
                + ") + (SELECT count(*) FROM _problem WHERE object = ?)";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, object);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        } catch (SQLException e) {
            throw StagingFile.failed(e);
        }
    }

    /** Rows of the object of which not even the key could be read; of all objects when it is null. */
    synchronized long unreadable(@Nullable String object) {
        String sql = "SELECT count(*) FROM _problem WHERE key = '' AND object = coalesce(?, object)";
        return first(sql, object).map(Long::parseLong).orElse(0L);
    }

    /** Whether a row of the deletions names this key of the file. */
    synchronized boolean named(String deletions, SourceObject of, String key) {
        String sql = "SELECT 1 FROM " + Sql.name(deletions) + " WHERE key = ? AND file IN (?, ?)";
        return first(sql, key, of.name(), of.file()).isPresent();
    }

    /** The greatest text of a column; empty when it holds nothing. */
    synchronized Optional<String> greatest(String object, String column) {
        return first("SELECT max(" + Sql.name(column) + ") FROM " + Sql.name(object));
    }

    private Optional<String> first(String sql, @Nullable String... parameters) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.ofNullable(row.getString(1)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw StagingFile.failed(e);
        }
    }

    synchronized void close() throws SQLException {
        connection.close();
    }
}
