package io.dragoman.staging;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The writes a plan proposes, as a {@link PlanDraft} left them: for each the source key, what kind of write it is, the names
 * of the fields it changes and a digest, never a value. Read only; any change of the file shows in its hash. Safe for several
 * threads; throws {@link io.dragoman.model.RunProblem} when the file fails.
 */
public final class PlanFile implements AutoCloseable {
    private final Connection connection;
    private final PreparedStatement wanted;
    private final Map<String, Integer> words = new HashMap<>();

    private PlanFile(Connection connection) throws SQLException {
        this.connection = connection;
        try (PreparedStatement all = connection.prepareStatement("SELECT text, id FROM word");
                ResultSet rows = all.executeQuery()) {
            while (rows.next()) {
                words.put(rows.getString(1), rows.getInt(2));
            }
        }
        this.wanted = connection.prepareStatement("SELECT p.number, v.text, c.text, l.text, p.digest FROM planned p"
                + " JOIN word v ON v.id = p.verb JOIN word c ON c.id = p.changed JOIN word l ON l.id = p.coming"
                + " WHERE p.mapping = ? AND p.key = ?");
    }

    /**
     * One proposed write.
     *
     * @param number from 0, no two alike
     * @param changed names of changed fields, one to a line
     * @param coming names of fields that name records which were not there yet, one to a line
     * @param digest of the whole write but what is coming, in hexadecimal digits
     */
    public record Entry(int number, String verb, String changed, String coming, String digest) {}

    public static PlanFile read(Path path) {
        try {
            return new PlanFile(StagingFile.of(path).reader(() -> false));
        } catch (SQLException e) {
            throw StagingFile.failed(e);
        }
    }

    /** What is planned for a record; empty when nothing is. */
    public synchronized Optional<Entry> find(String mapping, String key) {
        Integer word = words.get(mapping);
        if (word == null) {
            return Optional.empty();
        }
        try {
            wanted.setInt(1, word);
            wanted.setString(2, key);
            try (ResultSet row = wanted.executeQuery()) {
                return row.next()
                        ? Optional.of(new Entry(
                                row.getInt(1),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                HexFormat.of().formatHex(row.getBytes(5))))
                        : Optional.empty();
            }
        } catch (SQLException e) {
            throw StagingFile.failed(e);
        }
    }

    /** How many writes are planned, by mapping. */
    public synchronized Map<String, Long> counts() {
        Map<String, Long> counts = new LinkedHashMap<>();
        try (PreparedStatement all = connection.prepareStatement(
                        "SELECT w.text, count(*) FROM planned p JOIN word w ON w.id = p.mapping GROUP BY p.mapping");
                ResultSet rows = all.executeQuery()) {
            while (rows.next()) {
                counts.put(rows.getString(1), rows.getLong(2));
            }
            return counts;
        } catch (SQLException e) {
            throw StagingFile.failed(e);
        }
    }

    /** SHA-256 of a file as it lies on disk, in hexadecimal digits. */
    public static String hash(Path path) throws IOException {
        try (DigestInputStream in =
                new DigestInputStream(Files.newInputStream(path), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Lets go of the file, which stays. */
    @Override
    public synchronized void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw StagingFile.failed(e);
        }
    }
}
