package io.dragoman.staging;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an account holds of one kind, found by the marks of its records: an index on disk for the time of one verb, as
 * private as the staged export and removed when it is closed. First all records go in, then they are looked for. Safe for
 * several threads; throws {@link io.dragoman.model.RunProblem} when the file fails.
 */
public final class HeldFile implements AutoCloseable {
    private static final String PREFIX = "held-";

    private final StagingFile file;
    private final Connection connection;
    private final PreparedStatement newRecord;
    private final PreparedStatement newMark;

    private HeldFile(StagingFile file, Connection connection) throws SQLException {
        this.file = file;
        this.connection = connection;
        Tables.run(connection, "CREATE TABLE held (id TEXT PRIMARY KEY, record BLOB, taken TEXT) WITHOUT ROWID");
        Tables.run(connection, "CREATE TABLE mark (mark TEXT, id TEXT)");
        this.newRecord = connection.prepareStatement("INSERT OR REPLACE INTO held (id, record) VALUES (?, ?)");
        this.newMark = connection.prepareStatement("INSERT INTO mark (mark, id) VALUES (?, ?)");
    }

    /** An empty one in a folder only its owner may enter. */
    public static HeldFile open(Path folder, String kind) {
        StagingFile file = StagingFile.create(folder.resolve(PREFIX + kind + ".sqlite"));
        try {
            return new HeldFile(file, file.writer(() -> false));
        } catch (SQLException e) {
            file.delete();
            throw StagingFile.failed(e);
        }
    }

    /** Removes what a crash left in this folder. */
    public static void sweep(Path folder) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> left = Files.list(folder)) {
            for (Path file : left.filter(one -> one.getFileName().toString().startsWith(PREFIX))
                    .toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Takes a record in.
     *
     * @param marks by which it is found
     * @param record as it is to be given back
     */
    public synchronized void add(String id, Collection<String> marks, byte[] record) {
        try {
            newRecord.setString(1, id);
            newRecord.setBytes(2, record);
            newRecord.executeUpdate();
            for (String mark : marks) {
                newMark.setString(1, mark);
                newMark.setString(2, id);
                newMark.executeUpdate();
            }
        } catch (SQLException e) {
            throw StagingFile.failed(e);
        }
    }

    /** Ends the taking in. */
    public synchronized void finish() {
        try {
            Tables.run(connection, "CREATE INDEX mark_mark ON mark (mark, id)");
            connection.commit();
        } catch (SQLException e) {
            throw StagingFile.failed(e);
        }
    }

    /** Ids of the records that bear a mark; empty when none does. */
    public synchronized Set<String> marked(String mark) {
        Set<String> ids = new LinkedHashSet<>();
        try (PreparedStatement wanted =
                connection.prepareStatement("SELECT DISTINCT id FROM mark WHERE mark = ? ORDER BY length(id), id")) {
            wanted.setString(1, mark);
            try (ResultSet rows = wanted.executeQuery()) {
                while (rows.next()) {
                    ids.add(rows.getString(1));
                }
            }
            return ids;
        } catch (SQLException e) {
            throw StagingFile.failed(e);
        }
    }

    /** A record as it came; empty when there is none of this id. */
    public Optional<byte[]> record(String id) {
        return Optional.ofNullable(one("SELECT record FROM held WHERE id = ?", id))
                .map(byte[].class::cast);
    }

    /** Who took the record; empty when nobody did. */
    public Optional<String> takenBy(String id) {
        return Optional.ofNullable(one("SELECT taken FROM held WHERE id = ?", id))
                .map(String.class::cast);
    }

    /** A mark, and a record that bears it. @param place among all marks, from 1 */
    public record Bearing(long place, String mark, String id) {}

    /** Marks of records that nobody took, at most a few hundred behind this place; empty at the end. */
    public synchronized List<Bearing> untaken(long after) {
        List<Bearing> bearings = new ArrayList<>();
        try (PreparedStatement wanted =
                connection.prepareStatement("SELECT m.rowid, m.mark, m.id FROM mark m JOIN held h ON h.id = m.id"
                        + " WHERE h.taken IS NULL AND m.rowid > ? ORDER BY m.rowid LIMIT 500")) {
            wanted.setLong(1, after);
            try (ResultSet rows = wanted.executeQuery()) {
                while (rows.next()) {
                    bearings.add(new Bearing(rows.getLong(1), rows.getString(2), rows.getString(3)));
                }
            }
            return bearings;
        } catch (SQLException e) {
            throw StagingFile.failed(e);
        }
    }

    /**
     * Takes a record, for ever and for one.
     *
     * @return whether it is taken by this one, now or before
     */
    public synchronized boolean take(String id, String by) {
        try (PreparedStatement taking = connection.prepareStatement(
                "UPDATE held SET taken = ? WHERE id = ? AND (taken IS NULL OR taken = ?)")) {
            taking.setString(1, by);
            taking.setString(2, id);
            taking.setString(3, by);
            return taking.executeUpdate() == 1;
        } catch (SQLException e) {
            throw StagingFile.failed(e);
        }
    }

    private synchronized @Nullable Object one(String sql, String id) {
        try (PreparedStatement wanted = connection.prepareStatement(sql)) {
            wanted.setString(1, id);
            try (ResultSet row = wanted.executeQuery()) {
                return row.next() ? row.getObject(1) : null;
            }
        } catch (SQLException e) {
            throw StagingFile.failed(e);
        }
    }

    /** Removes the file. */
    @Override
    public synchronized void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw StagingFile.failed(e);
        } finally {
            file.delete();
        }
    }
}
