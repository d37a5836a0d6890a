package io.dragoman.systems.jdbc;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Properties;

/** One connection that only reads, for one thread. Where the database keeps versions, all queries see the same moment. */
final class Session implements AutoCloseable {
    private static final int ROWS_AT_ONCE = 1000;
    private static final int SECONDS_TO_CONNECT = 30;
    private static final int MILLISECONDS_OF_SILENCE = 600_000;
    private static final int MODERN_MAJOR = 4;
    private static final int MODERN_MINOR = 2;

    private final Drivers drivers;
    private final Connection connection;

    private Session(Drivers drivers, Connection connection) {
        this.drivers = drivers;
        this.connection = connection;
    }

    static Session open(DatabaseAccess access) {
        Drivers drivers = Drivers.of(access);
        try {
            Session session = new Session(drivers, connect(drivers, access));
            session.restrict();
            return session;
        } catch (SQLException e) {
            drivers.close();
            throw SqlFault.ofConnection(e);
        }
    }

    private static Connection connect(Drivers drivers, DatabaseAccess access) throws SQLException {
        Properties login = new Properties();
        String user = access.user();
        if (user != null) {
            login.setProperty("user", user);
        }
        String password = access.password().get();
        if (password != null) {
            login.setProperty("password", password);
        }
        DriverManager.setLoginTimeout(SECONDS_TO_CONNECT);
        Connection connection = drivers.driver().connect(access.url(), login);
        if (connection == null) {
            throw new SQLException("the driver does not take the address", "08001");
        }
        return connection;
    }

    private void restrict() throws SQLException {
        connection.setReadOnly(true);
        connection.setAutoCommit(false);
        DatabaseMetaData about = connection.getMetaData();
        // Others would hold locks for as long, and the office works meanwhile.
        if ("PostgreSQL".equals(about.getDatabaseProductName())) {
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        }
        try {
            connection.setNetworkTimeout(Runnable::run, MILLISECONDS_OF_SILENCE);
        } catch (SQLFeatureNotSupportedException | AbstractMethodError olderDriver) {
            // Such a driver waits as long as it likes; a person who waits can stop the verb.
            return;
        }
    }

    /** Whether the driver keeps the promise not to write, as far as it tells. */
    boolean isReadOnly() throws SQLException {
        return connection.isReadOnly();
    }

    /** Whether the driver knows {@code java.time}. */
    boolean isModern() throws SQLException {
        DatabaseMetaData about = connection.getMetaData();
        int major = about.getJDBCMajorVersion();
        return major > MODERN_MAJOR || major == MODERN_MAJOR && about.getJDBCMinorVersion() >= MODERN_MINOR;
    }

    PreparedStatement prepare(Query query) throws SQLException {
        PreparedStatement statement =
                connection.prepareStatement(query.sql(), ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY);
        statement.setFetchSize(ROWS_AT_ONCE);
        return statement;
    }

    /** Forgets a refused query, without which some databases refuse the next one. */
    void recover() throws SQLException {
        connection.rollback();
    }

    @Override
    public void close() throws SQLException {
        try (drivers;
                connection) {
            connection.rollback();
        }
    }
}
