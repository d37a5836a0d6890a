package io.dragoman.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Where a demo works: a folder with a migration file as a user would write it, and a source of its own, which it may change. */
record DemoFolder(Path folder, Path source) {
    /**
     * A folder without anything of an earlier demo.
     *
     * @param practice a folder under {@code demo}, which is copied
     */
    static DemoFolder fresh(Home home, String practice) {
        Path folder = home.folder().resolve("data").resolve("demo");
        try {
            if (Files.exists(folder)) {
                for (Path path : within(folder).sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
            Path from = home.folder().resolve("demo").resolve(practice);
            Path source = folder.resolve(practice);
            for (Path path : within(from).toList()) {
                Path copy = source.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(path, copy);
                }
            }
            return new DemoFolder(folder, source);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> within(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return List.copyOf(paths.toList()).stream();
        }
    }

    /** Writes a secret that only its owner can read. */
    Path secret(String name, String secret) {
        try {
            Path file = Files.createFile(
                    folder.resolve(name),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            return Files.writeString(file, secret);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a migration file, and reads it as every verb does. */
    MigrationFile migration(String text, Home home) {
        try {
            Path file = folder.resolve("migration.yaml");
            Files.writeString(file, text);
            return MigrationFileReader.read(file, home);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
