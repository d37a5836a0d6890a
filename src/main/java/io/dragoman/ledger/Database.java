package io.dragoman.ledger;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.dragoman.model.RunProblem;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The database of a ledger, opened for one migration: its tables brought up to date, one connection to write with, which
 * also holds the migration's lock, and a pool to read with.
 */
final class Database implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Database.class);
    private static final int READERS = 12;
    private static final int HSQLDB_LOCKED = -451;

    private final LedgerAddress address;
    private final String migration;
    private final Connection writing;
    private final HikariDataSource pool;

    private Database(LedgerAddress address, String migration, Connection writing, HikariDataSource pool) {
        this.address = address;
        this.migration = migration;
        this.writing = writing;
        this.pool = pool;
    }

    /** @throws RunProblem {@code ledger-unreachable}, {@code ledger-in-use} or {@code ledger-wrong-version} */
    static Database open(LedgerAddress address, String migration) {
        enter(address, migration);
        Connection writing = null;
        try {
            writing = connect(address, migration);
            if (address.isFile()) {
                execute(writing, "set files write delay false");
            } else if (!PostgresLock.take(writing, migration)) {
                throw LedgerProblems.inUse(address, migration);
            } else {
                execute(writing, "set synchronous_commit = on");
            }
            bringUpToDate(address, writing);
            return new Database(address, migration, writing, pool(address, migration));
        } catch (RuntimeException e) {
            leave(address, migration, writing);
            throw e;
        } catch (SQLException e) {
            leave(address, migration, writing);
            throw LedgerProblems.unreachable(address, e);
        }
    }

    /** The only connection that changes anything. */
    Connection writing() {
        return writing;
    }

    /** How commits of that connection reach the disk. */
    Disk disk() {
        return address.isFile() ? HsqldbLog.of(address.path()) : Disk.OF_THE_SERVER;
    }

    Reads reads() {
        return new Reads(pool);
    }

    @Override
    public void close() {
        pool.close();
        leave(address, migration, writing);
    }

    private static void enter(LedgerAddress address, String migration) {
        try {
            if (!OpenLedgers.enter(address, migration)) {
                throw LedgerProblems.inUse(address, migration);
            }
        } catch (IOException e) {
            throw LedgerProblems.unreachable(address, e.getClass().getSimpleName());
        }
    }

    /**
     * No other Dragoman has the files by now. HSQLDB may still hear the heartbeat of one that was killed a moment ago, and
     * waits ten seconds for it to fall silent, which can be too short by a hair; so it is asked twice.
     */
    private static Connection connect(LedgerAddress address, String migration) throws SQLException {
        try {
            return DriverManager.getConnection(address.jdbcUrl(), properties(address));
        } catch (SQLException e) {
            if (!heldByAnother(e)) {
                throw e;
            }
        }
        try {
            return DriverManager.getConnection(address.jdbcUrl(), properties(address));
        } catch (SQLException e) {
            throw heldByAnother(e) ? LedgerProblems.inUse(address, migration) : LedgerProblems.unreachable(address, e);
        }
    }

    /** HSQLDB has one code for every trouble with its lock; only a heartbeat is a sign of another process. */
    private static boolean heldByAnother(SQLException e) {
        return e.getErrorCode() == HSQLDB_LOCKED
                && e.getMessage() != null
                && e.getMessage().contains("checkHeartbeat");
    }

    /** HSQLDB commits each table for itself, so a process that was killed while it made the first ones left half of them. */
    private static void bringUpToDate(LedgerAddress address, Connection writing) throws SQLException {
        Flyway tables = Flyway.configure(Database.class.getClassLoader())
                .dataSource(address.jdbcUrl(), address.user(), address.password())
                .locations("classpath:db/ledger")
                .table("ledger_version")
                .ignoreMigrationPatterns(new String[0])
                .cleanDisabled(!address.isFile())
                .load();
        try {
            tables.migrate();
        } catch (FlywayException e) {
            if (!address.isFile() || hasMigrations(writing)) {
                throw LedgerProblems.wrongVersion(address, e.getClass().getSimpleName());
            }
            makeAnew(tables, address);
        }
    }

    private static void makeAnew(Flyway tables, LedgerAddress address) {
        try {
            tables.clean();
            tables.migrate();
        } catch (FlywayException e) {
            throw LedgerProblems.wrongVersion(address, e.getClass().getSimpleName());
        }
    }

    /** Whether anybody ever opened this ledger to the end: everything it can hold belongs to a migration. */
    private static boolean hasMigrations(Connection writing) throws SQLException {
        try (ResultSet table = writing.getMetaData().getTables(null, "PUBLIC", "MIGRATION", null)) {
            if (!table.next()) {
                return false;
            }
        }
        try (Statement statement = writing.createStatement();
                ResultSet row = statement.executeQuery("select 1 from migration fetch first 1 rows only")) {
            return row.next();
        }
    }

    private static HikariDataSource pool(LedgerAddress address, String migration) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("ledger-" + migration);
        config.setJdbcUrl(address.jdbcUrl());
        config.setDataSourceProperties(properties(address));
        config.setMaximumPoolSize(READERS);
        config.setMinimumIdle(1);
        return new HikariDataSource(config);
    }

    private static Properties properties(LedgerAddress address) {
        Properties properties = new Properties();
        properties.setProperty("user", address.user());
        properties.setProperty("password", address.password());
        if (!address.isFile()) {
            properties.setProperty("ApplicationName", "dragoman");
            properties.setProperty("reWriteBatchedInserts", "true");
            properties.setProperty("tcpKeepAlive", "true");
            // Details of an error quote the row it is about.
            properties.setProperty("logServerErrorDetail", "false");
        }
        return properties;
    }

    private static void leave(LedgerAddress address, String migration, @Nullable Connection writing) {
        try {
            if (writing != null && !writing.isClosed()) {
                end(writing, address);
            }
        } catch (SQLException e) {
            LOG.warn("The ledger's connection did not close well ({})", LedgerProblems.codes(e));
        }
        OpenLedgers.leave(address, migration, writing == null ? () -> {} : () -> shutDown(address));
    }

    private static void end(Connection writing, LedgerAddress address) throws SQLException {
        try (writing) {
            if (!writing.getAutoCommit()) {
                writing.rollback();
            }
            if (!address.isFile()) {
                PostgresLock.giveBack(writing);
            }
        }
    }

    /** HSQLDB runs in this process and keeps its files open until it is told. */
    private static void shutDown(LedgerAddress address) {
        if (!address.isFile()) {
            return;
        }
        try (Connection connection = DriverManager.getConnection(address.jdbcUrl(), properties(address))) {
            execute(connection, "shutdown");
        } catch (SQLException e) {
            LOG.warn("The ledger did not shut down well ({}); its next opening takes longer", LedgerProblems.codes(e));
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
