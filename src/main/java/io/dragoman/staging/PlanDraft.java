package io.dragoman.staging;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/**
 * A {@link PlanFile} in the making. Memory stays flat however many writes go in. Safe for several threads; throws
 * {@link io.dragoman.model.RunProblem} when the file fails.
 */
public final class PlanDraft implements AutoCloseable {
    private final Path path;
    private final StagingFile file;
    private final Connection connection;
    private final PreparedStatement newWord;
    private final PreparedStatement newEntry;
    private final Map<String, Integer> words = new HashMap<>();
    private int next;
    private boolean finished;

    private PlanDraft(Path path, StagingFile file, Connection connection) throws SQLException {
        this.path = path;
        this.file = file;
        this.connection = connection;
        Tables.run(connection, "CREATE TABLE word (id INTEGER PRIMARY KEY, text TEXT)");
        Tables.run(
                connection,
                "CREATE TABLE planned (mapping INTEGER, key TEXT, number INTEGER, verb INTEGER, changed INTEGER,"
                        + " coming INTEGER, digest BLOB, PRIMARY KEY (mapping, key)) WITHOUT ROWID");
        this.newWord = connection.prepareStatement("INSERT INTO word VALUES (?, ?)");
        this.newEntry = connection.prepareStatement("INSERT OR REPLACE INTO planned VALUES (?, ?, ?, ?, ?, ?, ?)");
    }

    /** An empty one, readable by its owner only, in place of what a crash left under its name. */
    public static PlanDraft create(Path path) {
        StagingFile file = StagingFile.create(path);
        try {
            return new PlanDraft(path, file, file.writer(() -> false));
        } catch (SQLException e) {
            file.delete();
            throw StagingFile.failed(e);
        }
    }

    /** Takes a write in, in place of an earlier one of the same record; its number is given here. */
    public synchronized void add(String mapping, String key, PlanFile.Entry entry) {
        try {
            newEntry.setInt(1, word(mapping));
            newEntry.setString(2, key);
            newEntry.setInt(3, next++);
            newEntry.setInt(4, word(entry.verb()));
            newEntry.setInt(5, word(entry.changed()));
            newEntry.setInt(6, word(entry.coming()));
            newEntry.setBytes(7, HexFormat.of().parseHex(entry.digest()));
            newEntry.executeUpdate();
        } catch (SQLException e) {
            throw StagingFile.failed(e);
        }
    }

    /** Few texts are said of many records, so each is kept once. */
    private int word(String text) throws SQLException {
        Integer known = words.get(text);
        if (known != null) {
            return known;
        }
        int id = words.size();
        newWord.setInt(1, id);
        newWord.setString(2, text);
        newWord.executeUpdate();
        words.put(text, id);
        return id;
    }

    /**
     * Ends the taking in; the file is on disk and stays.
     *
     * @return its hash
     */
    public synchronized String finish() {
        try {
            connection.commit();
            connection.close();
            try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            finished = true;
            return PlanFile.hash(path);
        } catch (SQLException e) {
            throw StagingFile.failed(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes the file, unless it was finished. */
    @Override
    public synchronized void close() {
        if (finished) {
            return;
        }
        try {
            connection.close();
        } catch (SQLException e) {
            throw StagingFile.failed(e);
        } finally {
            file.delete();
        }
    }
}
