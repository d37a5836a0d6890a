package io.dragoman.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The lock on a migration in PostgreSQL. It belongs to the session of the writing connection: when the process dies, the
 * server lets go of it, and when the connection is lost, writing is over too.
 */
final class PostgresLock {
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private PostgresLock() {}

    /**
     * False when another session has it. Waits a little, because a server takes a moment to notice that the process which
     * had it is dead.
     */
    static boolean take(Connection connection, String migration) throws SQLException {
        execute(connection, "set lock_timeout = '3s'");
        try (PreparedStatement statement = connection.prepareStatement("select pg_advisory_lock(?)")) {
            statement.setLong(1, number(migration, schema(connection)));
            statement.execute();
        } catch (SQLException e) {
            if (LOCK_NOT_AVAILABLE.equals(e.getSQLState())) {
                return false;
            }
            throw e;
        }
        execute(connection, "set lock_timeout = 0");
        return true;
    }

    /** Gives it back at once, which closing the connection would do a moment later. */
    static void giveBack(Connection connection) throws SQLException {
        execute(connection, "select pg_advisory_unlock_all()");
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String schema(Connection connection) throws SQLException {
        String schema = connection.getSchema();
        return schema == null ? "" : schema;
    }

    /** Two schemas of one database are two ledgers; the database itself is part of the lock in PostgreSQL. */
    private static long number(String migration, String schema) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(("dragoman\0" + schema + "\0" + migration).getBytes(UTF_8));
            return ByteBuffer.wrap(digest).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing from this Java", e);
        }
    }
}
