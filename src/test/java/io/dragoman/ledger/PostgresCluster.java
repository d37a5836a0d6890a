package io.dragoman.ledger;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A PostgreSQL of the tests' own: a cluster in a temporary folder on a free loopback port, started by the first test that
 * asks for a schema and removed after the whole test run, its disk writes left as safe as in production. Where no
 * PostgreSQL is installed a test that asks for one is skipped and says so. Test classes name it with {@code @ExtendWith}.
 */
public final class PostgresCluster implements BeforeAllCallback {
    private static final String USER = "dragoman";
    private static final String PASSWORD = "invented-for-the-test-run";
    private static final String DATABASE = "postgres";
    private static final AtomicInteger SCHEMAS = new AtomicInteger();
    private static @Nullable PostgresCluster shared;

    private @Nullable Path folder;
    private @Nullable Path bin;
    private int port;

    /** Sees to it that the cluster is stopped after the last test, if it was started. */
    @Override
    public void beforeAll(ExtensionContext context) {
        context.getRoot().getStore(ExtensionContext.Namespace.GLOBAL).getOrComputeIfAbsent(PostgresCluster.class, key ->
                (AutoCloseable) PostgresCluster::stopShared);
    }

    /** The address of a new, empty schema. */
    public static LedgerAddress newSchema() {
        PostgresCluster cluster = running();
        String name = "ledger_" + SCHEMAS.incrementAndGet();
        String url = "jdbc:postgresql://127.0.0.1:" + cluster.port + "/" + DATABASE;
        try (Connection connection = DriverManager.getConnection(url, USER, PASSWORD);
                Statement statement = connection.createStatement()) {
            statement.execute("create schema " + name);
        } catch (SQLException e) {
            throw new IllegalStateException("the test's PostgreSQL made no schema", e);
        }
        return new LedgerAddress(url + "?currentSchema=" + name, USER, PASSWORD);
    }

    /** The folder that holds every file of the cluster. */
    public static Path dataFolder() {
        Path folder = running().folder;
        if (folder == null) {
            throw new IllegalStateException("the test's PostgreSQL does not run");
        }
        return folder.resolve("data");
    }

    /** Stops the cluster and removes its folder, if it was started. */
    static synchronized void stopShared() {
        if (shared != null) {
            shared.stop();
            shared = null;
        }
    }

    private static synchronized PostgresCluster running() {
        if (shared == null) {
            Optional<Path> bin = binaries();
            Assumptions.assumeTrue(
                    bin.isPresent(),
                    "No PostgreSQL here (initdb and pg_ctl are neither in PATH nor under /usr/lib/postgresql): skipped.");
            Assumptions.assumeTrue(
                    !isRoot() || Files.exists(Path.of("/usr/sbin/runuser")) || Files.exists(Path.of("/sbin/runuser")),
                    "PostgreSQL refuses to run as root and there is no runuser to become another user: skipped.");
            PostgresCluster cluster = new PostgresCluster();
            cluster.start(bin.orElseThrow());
            shared = cluster;
        }
        return shared;
    }

    private void start(Path binaries) {
        try {
            bin = binaries;
            folder = Files.createTempDirectory("dragoman-postgres");
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
            Path secret = Files.writeString(folder.resolve("password"), PASSWORD);
            if (isRoot()) {
                run(List.of("chown", "-R", "postgres", folder.toString()));
            }
            port = freePort();
            String data = folder.resolve("data").toString();
            asOwner(
                    "initdb",
                    "-D",
                    data,
                    "-U",
                    USER,
                    "-A",
                    "scram-sha-256",
                    "--pwfile",
                    secret.toString(),
                    "--no-locale",
                    "-E",
                    "UTF8");
            asOwner(
                    "pg_ctl",
                    "-D",
                    data,
                    "-w",
                    "-l",
                    folder.resolve("log").toString(),
                    "-o",
                    "-p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories=''",
                    "start");
        } catch (IOException e) {
            throw new IllegalStateException("the test's PostgreSQL did not start", e);
        }
    }

    private void stop() {
        Path from = folder;
        if (from == null) {
            return;
        }
        asOwner("pg_ctl", "-D", from.resolve("data").toString(), "-m", "immediate", "-w", "stop");
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new IllegalStateException("the test's PostgreSQL left files behind", e);
        }
    }

    /** PostgreSQL refuses to run as root. */
    private void asOwner(String program, String... arguments) {
        List<String> command = new ArrayList<>();
        if (isRoot()) {
            command.addAll(List.of("runuser", "-u", "postgres", "--"));
        }
        Path binaries = bin;
        command.add(binaries == null ? program : binaries.resolve(program).toString());
        command.addAll(Arrays.asList(arguments));
        run(command);
    }

    /** Output goes to a file: the server inherits it and would keep a pipe open for ever. */
    private void run(List<String> command) {
        Path in = folder;
        if (in == null) {
            throw new IllegalStateException("no folder yet");
        }
        Path output = in.resolve("output");
        try {
            Process process = new ProcessBuilder(command)
                    .directory(in.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
                    .start();
            if (!process.waitFor(2, TimeUnit.MINUTES) || process.exitValue() != 0) {
                throw new IllegalStateException(command + " failed:\n" + Files.readString(output));
            }
        } catch (IOException e) {
            throw new IllegalStateException(command + " did not start", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(command + " was interrupted", e);
        }
    }

    private static Optional<Path> binaries() {
        List<Path> places = new ArrayList<>();
        for (String entry : System.getenv().getOrDefault("PATH", "").split(":")) {
            places.add(Path.of(entry));
        }
        Path debian = Path.of("/usr/lib/postgresql");
        if (Files.isDirectory(debian)) {
            try (Stream<Path> versions = Files.list(debian)) {
                versions.sorted(Comparator.reverseOrder())
                        .map(version -> version.resolve("bin"))
                        .forEach(places::add);
            } catch (IOException e) {
                throw new IllegalStateException("cannot look for PostgreSQL", e);
            }
        }
        return places.stream()
                .filter(place ->
                        Files.isExecutable(place.resolve("initdb")) && Files.isExecutable(place.resolve("pg_ctl")))
                .findFirst();
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
