package io.dragoman.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.dragoman.sandbox.Sandbox;
import io.dragoman.sandbox.SandboxSettings;
import io.dragoman.sandbox.SandboxUser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A migration file in a folder of its own, for one export and one sandbox, with the program that works on it. */
final class Migration {
    /** The users of the generated practices' account. */
    static final List<SandboxUser> USERS = List.of(
            new SandboxUser(1, "Reception", "reception@dental.example", true),
            new SandboxUser(2, "Ana Castellan", "ana.castellan@dental.example", true),
            new SandboxUser(3, "Celia Oakham", "celia.oakham@dental.example", true));

    static final String TOKEN = "canary-token-5f1e9c";

    private final Path file;
    private final Map<String, String> environment;
    private final Path home;

    private Migration(Path file, Map<String, String> environment, Path home) {
        this.file = file;
        this.environment = environment;
        this.home = home;
    }

    static SandboxSettings account() {
        return SandboxSettings.defaults().withUsers(USERS).withToken(TOKEN).withSeed(7);
    }

    /** @param privacy the privacy block, or empty for the default; what waives no sample brings its own overrides */
    static Migration write(Path folder, Path export, Sandbox sandbox, String plan, String privacy) throws IOException {
        Path file = folder.resolve("migration.yaml");
        Files.writeString(
                file,
                """
                migration: test-practice
                mappings: dentrix-to-pipedrive
                source: { system: dentrix, channel: csv, folder: "%s", region: US, time-zone: America/Chicago }
                target:
                  system: pipedrive
                  base-url: %s
                  token: ${env:SANDBOX_TOKEN}
                  plan: %s
                  seats: 100
                  answer-within: 10
                ledger: jdbc:hsqldb:file:data/test-practice/ledger
                owners: { fallback: reception@dental.example }
                %s
                """.formatted(export, sandbox.baseUrl(), plan, privacy)
                        + (privacy.contains("overrides:") ? "" : "overrides: { waive: [sample-missing] }\n"));
        return new Migration(
                file, Map.of("SANDBOX_TOKEN", sandbox.token()), Path.of("").toAbsolutePath());
    }

    /** Changes the file itself; the text must be in it. */
    Migration replace(String from, String to) throws IOException {
        String text = Files.readString(file);
        assertThat(text).contains(from);
        Files.writeString(file, text.replace(from, to));
        return this;
    }

    /** The same migration with one more variable in the program's environment. */
    Migration with(String variable, String value) {
        Map<String, String> more = new HashMap<>(environment);
        more.put(variable, value);
        return new Migration(file, more, home);
    }

    /** The same migration with routes and mappings of its own. */
    Migration at(Path otherHome) {
        return new Migration(file, environment, otherHome);
    }

    Path file() {
        return file;
    }

    static final String BAA = """
            privacy:
              mode: baa
              agreement: { reference: TEST-1, date: 2026-01-15 }
              allow: [insurance, financial, clinical]
            """;

    Program.Ended run(String verb, String... more) throws IOException, InterruptedException {
        return program().run(arguments(verb, more));
    }

    Program.Ended succeed(String verb, String... more) throws IOException, InterruptedException {
        return program().succeed(arguments(verb, more));
    }

    Program.Running start(String verb, String... more) throws IOException {
        return program().start(arguments(verb, more));
    }

    /** Everything a person does before the first record moves. */
    void prepare() throws IOException, InterruptedException {
        succeed("approve", "--as", "mapping", "--by", "Test Person");
        succeed("prepare");
    }

    private Program program() {
        return new Program(file.resolveSibling(""), environment, home);
    }

    /** The option comes last: a verb may have verbs of its own. */
    private String[] arguments(String verb, String... more) {
        List<String> all = new ArrayList<>();
        all.add(verb);
        all.addAll(List.of(more));
        all.addAll(List.of("--migration", file.toString()));
        return all.toArray(String[]::new);
    }
}
