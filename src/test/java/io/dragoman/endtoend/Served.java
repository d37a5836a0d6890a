package io.dragoman.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.dragoman.app.InService;
import io.dragoman.sandbox.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A folder that a service serves, with a home of its own, so that a test can edit everything.
 *
 * <pre>
 * home/           routes, mappings
 * folder/acme/    migration.yaml and, after the first verb, data/
 * </pre>
 */
final class Served {
    static final String TOKEN = "a-token-of-the-tests-only";
    static final Path DEMO = Path.of("demo", "maple-street-dental").toAbsolutePath();

    private final Path folder;
    private final Path home;
    private final Sandbox sandbox;

    private Served(Path folder, Path home, Sandbox sandbox) {
        this.folder = folder;
        this.home = home;
        this.sandbox = sandbox;
    }

    static Served in(Path folder, Sandbox sandbox) throws IOException {
        Path home = folder.resolve("home");
        OwnHome.copy(Path.of("routes"), home.resolve("routes"));
        OwnHome.copy(Path.of("mappings"), home.resolve("mappings"));
        return new Served(Files.createDirectories(folder.resolve("folder")), home, sandbox);
    }

    /** Writes a migration file. @param more blocks at its end */
    Path migration(String name, Path export, String plan, String more) throws IOException {
        Path file = Files.createDirectories(folder.resolve(name)).resolve("migration.yaml");
        Files.writeString(file, """
                migration: %s
                mappings: dentrix-to-pipedrive
                source: { system: dentrix, channel: csv, folder: "%s", region: US, time-zone: America/Chicago }
                target:
                  system: pipedrive
                  base-url: %s
                  token: ${env:SANDBOX_TOKEN}
                  plan: %s
                  seats: 100
                  answer-within: 10
                ledger: jdbc:hsqldb:file:data/%s/ledger
                owners: { fallback: reception@dental.example }
                overrides: { waive: [sample-missing] }
                %s
                """.formatted(name, export, sandbox.baseUrl(), plan, name, more));
        return file;
    }

    /** Replaces a text, which must be there, in a mapping. */
    void edit(String mapping, String from, String to) throws IOException {
        change(home.resolve("mappings/dentrix-to-pipedrive").resolve(mapping), from, to);
    }

    static void change(Path file, String from, String to) throws IOException {
        String text = Files.readString(file);
        assertThat(text).contains(from);
        Files.writeString(file, text.replace(from, to));
    }

    /** @param more options of {@code serve} */
    InService start(String... more) {
        return InService.start(
                environment(),
                home,
                Stream.concat(Stream.of("--folder", folder.toString()), Stream.of(more))
                        .toArray(String[]::new));
    }

    Program.Running startProcess() throws IOException {
        return new Program(folder, environment(), home).start("serve", "--port", "0", "--folder", folder.toString());
    }

    Map<String, String> environment() {
        return Map.of("SANDBOX_TOKEN", sandbox.token(), "DRAGOMAN_SERVICE_TOKEN", TOKEN);
    }

    Path folder() {
        return folder;
    }

    static Asking asking(InService service) {
        return new Asking(service.port(), TOKEN);
    }
}
