package io.dragoman.systems.jdbc;

import io.dragoman.model.Problem;
import io.dragoman.model.UserProblems;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.jspecify.annotations.Nullable;

/** The driver for an address: one that comes along, or one out of a file of the user's, which is opened beside our own classes. */
final class Drivers implements AutoCloseable {
    private static final String CLASS = ".class";

    private final @Nullable URLClassLoader classes;
    private final Driver driver;

    private Drivers(@Nullable URLClassLoader classes, Driver driver) {
        this.classes = classes;
        this.driver = driver;
    }

    /** @throws UserProblems {@code driver-missing} or {@code driver-unfit} */
    static Drivers of(DatabaseAccess access) {
        Path file = access.driver();
        if (file == null) {
            try {
                return new Drivers(null, DriverManager.getDriver(access.url()));
            } catch (SQLException none) {
                throw wrong(
                        "driver-missing",
                        "source.driver",
                        "No driver for this kind of address comes along. Name the file of the database's own driver.");
            }
        }
        String name = String.valueOf(file.getFileName());
        if (!Files.isRegularFile(file)) {
            throw wrong("driver-missing", name, "There is no such file. Name the driver's jar as source.driver.");
        }
        return fromFile(access, file, name);
    }

    private static Drivers fromFile(DatabaseAccess access, Path file, String name) {
        try {
            URLClassLoader classes =
                    new URLClassLoader(new URL[] {file.toUri().toURL()}, ClassLoader.getPlatformClassLoader());
            Optional<Driver> driver = announced(classes, access.url());
            if (driver.isEmpty()) {
                driver = unannounced(classes, file, access.url());
            }
            if (driver.isPresent()) {
                return new Drivers(classes, driver.get());
            }
            classes.close();
        } catch (IOException | SQLException | ServiceConfigurationError | LinkageError unfit) {
            throw wrong(
                    "driver-unfit",
                    name,
                    "It cannot be used as a driver (" + unfit.getClass().getSimpleName()
                            + "). Take the jar that the database's maker names for JDBC.");
        }
        throw wrong(
                "driver-unfit",
                name,
                "It holds no driver that takes this address. Look at source.url, and at which jar the database's maker names for JDBC.");
    }

    private static Optional<Driver> announced(ClassLoader classes, String url) throws SQLException {
        for (Driver driver : ServiceLoader.load(Driver.class, classes)) {
            if (driver.acceptsURL(url)) {
                return Optional.of(driver);
            }
        }
        return Optional.empty();
    }

    /** Drivers from before 2006 do not say which of their classes is the driver. */
    private static Optional<Driver> unannounced(ClassLoader classes, Path file, String url)
            throws IOException, SQLException {
        try (JarFile jar = new JarFile(file.toFile())) {
            for (JarEntry entry : jar.stream().toList()) {
                String name = entry.getName();
                if (name.endsWith("Driver" + CLASS)) {
                    Driver driver = made(
                            classes,
                            name.substring(0, name.length() - CLASS.length()).replace('/', '.'));
                    if (driver != null && driver.acceptsURL(url)) {
                        return Optional.of(driver);
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static @Nullable Driver made(ClassLoader classes, String name) {
        try {
            Class<?> found = Class.forName(name, true, classes);
            return Driver.class.isAssignableFrom(found)
                    ? (Driver) found.getDeclaredConstructor().newInstance()
                    : null;
        } catch (ReflectiveOperationException notMadeLikeADriver) {
            return null;
        }
    }

    private static UserProblems wrong(String code, String place, String advice) {
        return new UserProblems(List.of(new Problem(code, place, advice)));
    }

    Driver driver() {
        return driver;
    }

    @Override
    public void close() {
        try {
            if (classes != null) {
                classes.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
