package io.dragoman.ledger;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Commits to an HSQLDB file and looks whether its log truly took them. HSQLDB writes a warning and goes on when the disk
 * is full, so the commit of a row that exists only in memory would be acknowledged. After each commit the log must have
 * grown and must end with a commit. All ledgers of this process that share the files take turns, and HSQLDB's own
 * checkpoints are off, so that nobody else writes in between; the checkpoint is made here when the log is long.
 */
final class HsqldbLog implements Disk {
    private static final Map<Path, HsqldbLog> LOGS = new ConcurrentHashMap<>();
    private static final byte[] END = ("COMMIT" + System.lineSeparator()).getBytes(US_ASCII);
    private static final long LONG = 64L * 1024 * 1024;
    private static final String IO_ERROR = "58030";

    private final Path log;

    private HsqldbLog(Path log) {
        this.log = log;
    }

    /** @param files path of the database's files without their endings */
    static HsqldbLog of(String files) {
        return LOGS.computeIfAbsent(Path.of(files + ".log").toAbsolutePath().normalize(), HsqldbLog::new);
    }

    @Override
    public synchronized void commit(Connection connection, boolean changed) throws SQLException {
        try {
            long before = size();
            connection.commit();
            long after = size();
            if (changed && (after <= before || !endsWithCommit(after))) {
                throw new SQLException("the log did not take a commit", IO_ERROR);
            }
            if (after > LONG) {
                checkpoint(connection);
            }
        } catch (IOException e) {
            throw new SQLException("the log cannot be looked at", IO_ERROR, e);
        }
    }

    private long size() throws IOException {
        return Files.exists(log) ? Files.size(log) : 0;
    }

    private boolean endsWithCommit(long size) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            byte[] end = new byte[END.length];
            file.seek(size - END.length);
            file.readFully(end);
            return Arrays.equals(end, END);
        }
    }

    private static void checkpoint(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("checkpoint");
        }
    }
}
