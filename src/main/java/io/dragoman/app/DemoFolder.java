package io.dragoman.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Where a demo works: a folder with a migration file as a user would write it, and an export of its own, which it may change. */
record DemoFolder(Path folder, Path export) {
    /** The users of the invented practice's account; one dentist has left and is not among them. */
    static final List<String> USERS = List.of(
            "reception@maplestreet.example",
            "marian.hale@maplestreet.example",
            "julian.ortiz@maplestreet.example",
            "tess.bright@maplestreet.example");

    private static final String MIGRATION = """
            migration: maple-street-dental
            mappings: dentrix-to-pipedrive
            source:
              system: dentrix
              channel: csv
              folder: %s
              region: US
              time-zone: America/Chicago
            target:
              system: pipedrive
              base-url: %s
              token: ${file:%s}
              plan: unlimited
            ledger: jdbc:hsqldb:file:data/maple-street-dental/ledger
            privacy:
              mode: baa
              agreement: { reference: DEMO-1, date: 2026-01-15 }
              allow: [insurance, financial, clinical]
            owners:
              fallback: reception@maplestreet.example
            """;

    /** A folder without anything of an earlier demo. */
    static DemoFolder fresh(Home home) {
        Path folder = home.folder().resolve("data").resolve("demo");
        try {
            if (Files.exists(folder)) {
                try (Stream<Path> old = Files.walk(folder)) {
                    for (Path path : old.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(path);
                    }
                }
            }
            Path export = Files.createDirectories(folder.resolve("maple-street-dental"));
            try (Stream<Path> files = Files.list(home.folder().resolve("demo").resolve("maple-street-dental"))) {
                for (Path file : files.toList()) {
                    Files.copy(file, export.resolve(file.getFileName()));
                }
            }
            return new DemoFolder(folder, export);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes the migration file for this sandbox, and reads it as every verb does. */
    MigrationFile migration(URI sandbox, String token, Home home) {
        try {
            Path secret = Files.createFile(
                    folder.resolve("sandbox-token"),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(secret, token);
            Path file = folder.resolve("migration.yaml");
            Files.writeString(file, MIGRATION.formatted(export, sandbox, secret));
            return MigrationFileReader.read(file, home);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
