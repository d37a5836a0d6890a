package io.dragoman.staging;

import io.dragoman.model.Problem;
import io.dragoman.model.RunProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.sqlite.ProgressHandler;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteOpenMode;

/** The database file of a staging: thrown away after use, so nothing is done for its durability; readable by its owner only. */
final class StagingFile {
    private static final int WRITER_CACHE_KB = 64 * 1024;
    private static final int READER_CACHE_KB = 16 * 1024;
    private static final long MAPPED_BYTES = 256L << 20;

    private static final int STEPS_BETWEEN_ASKING = 1_000_000;

    private final Path file;

    private StagingFile(Path file) {
        this.file = file;
    }

    /** Makes the file anew; what a crash left under this name goes first. */
    static StagingFile create(Path file) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null && !Files.isDirectory(folder)) {
                Files.createDirectories(folder);
                restrict(folder, "rwx------");
            }
            Files.deleteIfExists(file);
            Files.createFile(file);
            restrict(file, "rw-------");
            return new StagingFile(file.toAbsolutePath());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One that is there. */
    static StagingFile of(Path file) {
        return new StagingFile(file.toAbsolutePath());
    }

    private static void restrict(Path path, String rights) throws IOException {
        if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(rights));
        }
    }

    Path folder() {
        return file.getParent() == null ? Path.of(".") : file.getParent();
    }

    /** @param stop asked now and then while a long statement runs; true ends it */
    Connection writer(BooleanSupplier stop) throws SQLException {
        SQLiteConfig config = config(WRITER_CACHE_KB);
        config.setJournalMode(SQLiteConfig.JournalMode.OFF);
        config.setSynchronous(SQLiteConfig.SynchronousMode.OFF);
        config.setLockingMode(SQLiteConfig.LockingMode.EXCLUSIVE);
        config.setPageSize(8192);
        Connection connection = config.createConnection("jdbc:sqlite:" + file);
        Functions.add(connection);
        interruptible(connection, stop);
        connection.setAutoCommit(false);
        return connection;
    }

    /** A connection that can only read the file; its temporary tables are its own. */
    Connection reader(BooleanSupplier stop) throws SQLException {
        SQLiteConfig config = config(READER_CACHE_KB);
        config.setOpenMode(SQLiteOpenMode.OPEN_URI);
        config.setReadOnly(true);
        // Nobody writes any more, so no lock has to be asked for.
        Connection connection = config.createConnection("jdbc:sqlite:" + file.toUri() + "?immutable=1");
        Tables.run(connection, "PRAGMA temp.cache_size = -" + READER_CACHE_KB);
        Functions.add(connection);
        interruptible(connection, stop);
        return connection;
    }

    private static void interruptible(Connection connection, BooleanSupplier stop) throws SQLException {
        ProgressHandler.setHandler(connection, STEPS_BETWEEN_ASKING, new ProgressHandler() {
            @Override
            protected int progress() {
                return stop.getAsBoolean() ? 1 : 0;
            }
        });
    }

    static void uninterruptible(Connection connection) throws SQLException {
        ProgressHandler.clearHandler(connection);
    }

    static Connection inMemory() throws SQLException {
        Connection connection = new SQLiteConfig().createConnection("jdbc:sqlite::memory:");
        Functions.add(connection);
        return connection;
    }

    private SQLiteConfig config(int cacheKilobytes) {
        SQLiteConfig config = new SQLiteConfig();
        config.setGetGeneratedKeys(false); // asked after every single row otherwise
        config.setTempStore(SQLiteConfig.TempStore.FILE);
        config.setTempStoreDirectory(folder().toString());
        config.setCacheSize(-cacheKilobytes);
        config.setPragma(SQLiteConfig.Pragma.MMAP_SIZE, Long.toString(MAPPED_BYTES));
        return config;
    }

    void delete() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Says that the verb was stopped, which leaves nothing half done: the staging is made anew by the next one. */
    static RunProblem stopped(@Nullable SQLException cause) {
        Problem problem = new Problem("stopped", "", "The verb was stopped while it read the export. Run it again.");
        return new RunProblem(RunProblem.Ending.FAILED, problem, cause);
    }

    /** Says that the staging itself failed: a full disk, a lost file, or a fault of ours. */
    static RunProblem failed(SQLException cause) {
        if (cause.getErrorCode() == SQLiteErrorCode.SQLITE_INTERRUPT.code) {
            return stopped(cause);
        }
        return new RunProblem(
                RunProblem.Ending.FAILED,
                new Problem(
                        "staging-failed",
                        "",
                        "The staging file could not be used (database code " + cause.getErrorCode()
                                + "). Look for free space in the work folder, then run the verb again."),
                cause);
    }
}
