package io.dragoman.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.dragoman.sandbox.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A law office, a source that no system has, with records for every kind there is. Its files lie under the test resources, folder kinds. */
final class Chambers {
    private static final Path FILES = Path.of("src", "test", "resources", "kinds");

    private final Path export;
    private final Migration migration;

    private Chambers(Path export, Migration migration) {
        this.export = export;
        this.migration = migration;
    }

    /** The office's export and home in a folder of their own, and a migration of it. */
    static Chambers open(Path folder, Sandbox sandbox) throws IOException {
        Path home = folder.resolve("home");
        OwnHome.copy(Path.of("routes"), home.resolve("routes"));
        Path system = Files.createDirectories(home.resolve("routes/systems/chambers"));
        Files.copy(FILES.resolve("layout.yaml"), system.resolve("layout.yaml"));
        Files.writeString(
                system.resolve("chambers.camel.yaml"),
                Files.readString(Path.of("routes/systems/dentrix/dentrix.camel.yaml"))
                        .replace("dentrix", "chambers"));
        OwnHome.copy(Path.of("mappings"), home.resolve("mappings"));
        OwnHome.copy(FILES.resolve("mappings"), home.resolve("mappings/chambers"));
        OwnHome.copy(FILES.resolve("export"), folder.resolve("export"));
        Migration migration = Migration.write(folder, folder.resolve("export"), sandbox, "unlimited", "")
                .replace("mappings: dentrix-to-pipedrive", "mappings: chambers")
                .replace("system: dentrix", "system: chambers")
                .at(home);
        Chambers chambers = new Chambers(folder.resolve("export"), migration);
        chambers.change("memos.csv", "A LONG TALK", talk(2500));
        return chambers;
    }

    /** Paragraphs of a hundred characters each; a note holds about nine hundred of them. */
    static String talk(int paragraphs) {
        return Stream.iterate(1, n -> n + 1)
                .limit(paragraphs)
                .map(n -> "Paragraph %05d of a long talk about nothing but the length of it. ".formatted(n)
                        + "x".repeat(32))
                .reduce(new StringBuilder(), (all, one) -> all.append(one).append("\n\n"), StringBuilder::append)
                .toString()
                .strip();
    }

    Migration migration() {
        return migration;
    }

    /** Puts a text in a file of the export in place of one that must be there. */
    void change(String file, String from, String to) throws IOException {
        String text = Files.readString(export.resolve(file));
        assertThat(text).contains(from);
        Files.writeString(export.resolve(file), text.replace(from, to));
    }
}
