package io.dragoman.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * The lock on a migration in PostgreSQL. It belongs to the session of the writing connection: when the process dies, the
 * server lets go of it, and when the connection is lost, writing is over too.
 */
final class PostgresLock {
    private PostgresLock() {}

    /** False when another session has it. */
    static boolean take(Connection connection, String migration) throws SQLException {
        String sql = "select pg_try_advisory_lock(?)";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, number(migration, schema(connection)));
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
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
