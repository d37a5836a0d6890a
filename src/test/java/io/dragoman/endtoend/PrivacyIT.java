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
        Canaries.plant(export, Canaries.PROTECTED);
        try (Sandbox sandbox = Sandbox.start(Migration.account().withRecord(true))) {
            Migration migration = Migration.write(folder, export, sandbox, "unlimited", "");
            StringBuilder said = new StringBuilder();
            said.append(migration.run("audit").all());
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
        Canaries.plant(export, Canaries.PROTECTED);
        try (Sandbox sandbox = Sandbox.start(Migration.account())) {
            Migration migration = Migration.write(folder, export, sandbox, "unlimited", Migration.BAA);
            migration.prepare();
            migration.run("run");
            assertThat(sandbox.dump().toString()).contains(Canaries.CANARY);
            assertThat(filesWith(Canaries.CANARY)).isEmpty();
        }
    }

    @Test
    void a_pseudonym_tells_neither_the_person_nor_the_key() throws Exception {
        Canaries.plant(export, Canaries.NAMING);
        try (Sandbox sandbox = Sandbox.start(Migration.account().withRecord(true))) {
            Migration migration =
                    Migration.write(folder, export, sandbox, "unlimited", "privacy: { mode: pseudonymous }");
            migration.prepare();
            migration.succeed("run");
            assertThat(sandbox.requests()).hasSizeGreaterThan(100).noneMatch(PrivacyIT::carriesCanary);
            String account = sandbox.dump().toString();
            assertThat(account).contains("@pseudonym.invalid");
            assertThat(new AccountPicture(sandbox.dump()).records().keySet())
                    .filteredOn(record -> record.startsWith("persons"))
                    .allMatch(record -> record.contains("Source_Patient_ID__c=\"id-"));
            long before = sandbox.stats().requests();
            migration.succeed("run");
            assertThat(sandbox.requests().stream().skip(before))
                    .allMatch(request -> request.method().equals("GET"));
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
