package io.dragoman.app;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Logger;
import org.hsqldb.jdbc.JDBCDriver;

/** Stands before HSQLDB's own driver in this process, and lets a watch have a say in what the connections of a ledger do. */
final class FaultyLedger implements Driver {
    private static final String FILE = "jdbc:hsqldb:file:";
    private static final JDBCDriver REAL = new JDBCDriver();
    private static final Map<Path, Watch> WATCHES = new ConcurrentHashMap<>();

    private FaultyLedger() {}

    /** Something a connection is about to do. */
    interface Step {
        Object go() throws SQLException;
    }

    /** Decides what becomes of the steps of one ledger's connections. Called by several threads. */
    interface Watch {
        Object commit(Step step) throws SQLException;

        Object read(Step step) throws SQLException;
    }

    /** @param files path of the ledger's files without their endings */
    static synchronized void watch(Path files, Watch watch) {
        if (WATCHES.isEmpty()) {
            install();
        }
        WATCHES.put(files, watch);
    }

    static synchronized void forget(Path files) {
        WATCHES.remove(files);
    }

    private static void install() {
        try {
            for (Driver driver : DriverManager.drivers().toList()) {
                if (driver instanceof JDBCDriver || driver instanceof FaultyLedger) {
                    DriverManager.deregisterDriver(driver);
                }
            }
            DriverManager.registerDriver(new FaultyLedger());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Connection connect(String url, Properties properties) throws SQLException {
        Connection real = REAL.connect(url, properties);
        Watch watch = real == null ? null : WATCHES.get(files(url));
        return watch == null ? real : watched(real, watch);
    }

    private static Path files(String url) {
        int options = url.indexOf(';');
        return Path.of(url.startsWith(FILE) ? url.substring(FILE.length(), options < 0 ? url.length() : options) : "");
    }

    private static Connection watched(Connection real, Watch watch) {
        return (Connection) Proxy.newProxyInstance(
                FaultyLedger.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    Step step = () -> invoke(real, method, arguments);
                    return switch (method.getName()) {
                        case "commit" -> watch.commit(step);
                        case "prepareStatement" -> real.getAutoCommit() ? watch.read(step) : step.go();
                        default -> step.go();
                    };
                });
    }

    private static Object invoke(Connection real, Method method, Object[] arguments) throws SQLException {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof SQLException database) {
                throw database;
            }
            throw new IllegalStateException(e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public boolean acceptsURL(String url) throws SQLException {
        return REAL.acceptsURL(url);
    }

    @Override
    public DriverPropertyInfo[] getPropertyInfo(String url, Properties properties) {
        return REAL.getPropertyInfo(url, properties);
    }

    @Override
    public int getMajorVersion() {
        return REAL.getMajorVersion();
    }

    @Override
    public int getMinorVersion() {
        return REAL.getMinorVersion();
    }

    @Override
    public boolean jdbcCompliant() {
        return REAL.jdbcCompliant();
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        return REAL.getParentLogger();
    }
}
