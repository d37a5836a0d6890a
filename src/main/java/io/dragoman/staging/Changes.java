package io.dragoman.staging;

import io.dragoman.model.SourceLayout.SourceObject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/**
 * Several exports put together into one picture: a row of a later one takes the place of the rows with its key, and what an
 * export says was deleted goes before the next one is read. For the thread that loads.
 */
final class Changes {
    /** Columns of the object that names what was deleted. */
    static final List<String> DELETION = List.of("file", "key", "deleted_at");

    private final Connection connection;
    private final Layout layout;
    private boolean later;
    private long removed;

    Changes(Connection connection, Layout layout) {
        this.connection = connection;
        this.layout = layout;
    }

    /** How the rows of one file are numbered: on and on through all exports, so that a number stays one row. */
    final class Numbering {
        private final SourceObject object;
        private final long before;

        private Numbering(SourceObject object, long before) {
            this.object = object;
            this.before = before;
        }

        long of(long rowOfFile) {
            return before + rowOfFile;
        }

        /** Lets the rows of this file take the place of older ones. */
        void supersede() {
            if (before > 0) {
                String key =
                        String.join(", ", object.key().stream().map(Sql::name).toList());
                String table = Sql.name(object.name());
                remove(
                        object,
                        "SELECT _row FROM " + table + " WHERE _row <= " + before + " AND (" + key + ") IN (SELECT "
                                + key + " FROM " + table + " WHERE _row > " + before + ")");
            }
        }
    }

    Numbering numbering(SourceObject object) {
        return new Numbering(object, later ? lastRow(object) : 0);
    }

    private long lastRow(SourceObject object) {
        String sql = "SELECT max(coalesce((SELECT max(_row) FROM " + Sql.name(object.name())
                + "), 0), coalesce((SELECT max(row) FROM _problem WHERE object = ?), 0))";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, object.name());
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        } catch (SQLException e) {
            throw StagingFile.failed(e);
        }
    }

    /** Another export begins. */
    void begin() {
        end();
        later = true;
    }

    /** Takes out what the export read last says was deleted. A row that changed after that stays. */
    void end() {
        String deletions = layout.deletions();
        if (deletions == null) {
            return;
        }
        SourceObject named = layout.object(deletions);
        for (SourceObject object : layout.source().objects().values()) {
            if (object.file() != null && !object.equals(named)) {
                remove(object, deleted(object, named));
            }
        }
        removed = lastRow(named);
    }

    private String deleted(SourceObject object, SourceObject deletions) {
        String modified = layout.modified().get(object.name());
        return "SELECT o._row FROM " + Sql.name(deletions.name()) + " d JOIN " + Sql.name(object.name())
                + " o ON d.key = "
                + Sql.key("o", object.key()) + " WHERE d._row > " + removed + " AND d.file IN ('" + object.name()
                + "', '" + object.file() + "')"
                + (modified == null
                        ? ""
                        : " AND (d.deleted_at IS NULL OR " + Sql.column("o", modified) + " IS NULL OR "
                                + Sql.column("o", modified) + " <= d.deleted_at)");
    }

    private void remove(SourceObject object, String rows) {
        try {
            Tables.run(connection, "CREATE TEMP TABLE gone AS " + rows);
            Tables.run(
                    connection,
                    "DELETE FROM " + Sql.name(object.name()) + " WHERE _row IN (SELECT _row FROM temp.gone)");
            Tables.run(
                    connection,
                    "DELETE FROM _cell WHERE object = '" + object.name() + "' AND row IN (SELECT _row FROM temp.gone)");
            Tables.run(connection, "DROP TABLE temp.gone");
        } catch (SQLException e) {
            throw StagingFile.failed(e);
        }
    }
}
