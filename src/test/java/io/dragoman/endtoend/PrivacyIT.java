package io.dragoman.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.dragoman.sandbox.RecordedRequest;
import io.dragoman.sandbox.Sandbox;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Canaries in every protected column, searched for in everything the program says, sends and keeps. */
class PrivacyIT {
    @TempDir
    Path folder;

    @TempDir
    Path export;

    @Test
    void no_withheld_value_and_no_token_is_sent_said_or_kept() throws Exception {
        Canaries.plant(export);
        try (Sandbox sandbox = Sandbox.start(Migration.account().withRecord(true))) {
            Migration migration = Migration.write(folder, export, sandbox, "unlimited", "");
            StringBuilder said = new StringBuilder();
            said.append(migration.run("plan").all());
            migration.prepare();
            said.append(migration.run("run").all());
            said.append(migration.succeed("quarantine", "list").all());
            said.append(migration.run("status", "--output", "json").all());
            said.append(migration.run("rollback", "--yes").all());
            assertThat(said).doesNotContain(Canaries.CANARY).doesNotContain(Migration.TOKEN);
            assertThat(sandbox.requests()).hasSizeGreaterThan(100).noneMatch(PrivacyIT::carriesCanary);
            assertThat(filesWith(Canaries.CANARY)).isEmpty();
            assertThat(filesWith(Migration.TOKEN)).isEmpty();
        }
    }

    @Test
    void what_travels_lies_in_the_ledger_only_sealed() throws Exception {
        Canaries.plant(export);
        try (Sandbox sandbox = Sandbox.start(Migration.account())) {
            Migration migration = Migration.write(folder, export, sandbox, "unlimited", Migration.BAA);
            migration.prepare();
            migration.run("run");
            assertThat(sandbox.dump().toString()).contains(Canaries.CANARY);
            assertThat(filesWith(Canaries.CANARY)).isEmpty();
        }
    }

    private static boolean carriesCanary(RecordedRequest request) {
        return (request.path() + request.body()).contains(Canaries.CANARY)
                || request.path().contains(Migration.TOKEN);
    }

    private List<Path> filesWith(String text) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> found = new ArrayList<>();
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(text)) {
                    found.add(file);
                }
            }
            return found;
        }
    }
}
