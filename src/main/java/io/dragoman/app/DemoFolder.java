package io.dragoman.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.stream.Stream;

/** Where a demo works: a folder with a migration file as a user would write it, and an export of its own, which it may change. */
record DemoFolder(Path folder, Path export) {
    private static final String TARGET = """
            target:
              system: pipedrive
              base-url: %s
              token: ${file:%s}
              plan: unlimited
            ledger: jdbc:hsqldb:file:data/demo/ledger
            """;

    /** A folder without anything of an earlier demo. */
    static DemoFolder fresh(Home home, DemoScene scene) {
        Path folder = home.folder().resolve("data").resolve("demo");
        try {
            if (Files.exists(folder)) {
                try (Stream<Path> old = Files.walk(folder)) {
                    for (Path path : old.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(path);
                    }
                }
            }
            Path export = Files.createDirectories(folder.resolve(scene.export()));
            Path from = home.folder().resolve("demo").resolve(scene.export());
            try (Stream<Path> files = Files.walk(from)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Path copy = export.resolve(from.relativize(file).toString());
                    Files.createDirectories(copy.resolveSibling(""));
                    Files.copy(file, copy);
                }
            }
            return new DemoFolder(folder, export);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes the migration file for this sandbox, and reads it as every verb does. */
    MigrationFile migration(DemoScene scene, DemoApi api, URI sandbox, String token, Home home) {
        try {
            String source = scene.migration()
                    .replace("{export}", export.toString())
                    .replace("{api}", api.address())
                    .replace("{key}", secret("source-key", api.key()).toString());
            Path file = folder.resolve("migration.yaml");
            Files.writeString(file, source + TARGET.formatted(sandbox, secret("sandbox-token", token)));
            return MigrationFileReader.read(file, home);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file that only its owner can read. */
    private Path secret(String name, String secret) throws IOException {
        Path file = Files.createFile(
                folder.resolve(name),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return Files.writeString(file, secret);
    }
}
