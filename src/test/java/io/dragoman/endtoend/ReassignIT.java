package io.dragoman.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dragoman.sandbox.RecordedRequest;
import io.dragoman.sandbox.Sandbox;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** People get a user of their own after their records were written with the fallback's. */
class ReassignIT {
    private static final String DECISIONS = """
            source_id,user_email
            DDS2,Ana.Castellan@dental.example
            HYG1,celia.oakham@dental.example
            """;

    @TempDir
    static Path practice;

    @TempDir
    static Path ready;

    private static Prepared prepared;

    @TempDir
    Path folder;

    @BeforeAll
    static void a_practice_and_a_prepared_account() throws Exception {
        Practice.generate(8, 3, practice);
        prepared = Prepared.of(practice, ready);
    }

    private static long spent(Sandbox sandbox) {
        return sandbox.stats().tokensSpent();
    }

    private static List<RecordedRequest> writesAfter(Sandbox sandbox, long seen) {
        return sandbox.requests().stream()
                .filter(request -> request.number() > seen)
                .filter(request -> !request.method().equals("GET"))
                .toList();
    }

    private static void changesOnlyTheOwner(RecordedRequest request) throws Exception {
        assertThat(request.method()).isEqualTo("PATCH");
        assertThat(new ObjectMapper().readTree(request.body()).fieldNames())
                .toIterable()
                .containsExactly("owner_id");
    }

    private static long sum(Told told, String section, String column) {
        return told.section(section).stream()
                .mapToLong(row -> Long.parseLong(row.get(column)))
                .sum();
    }

    private String decisions() throws Exception {
        return Files.writeString(folder.resolve("decided.csv"), DECISIONS).toString();
    }

    @Test
    void records_go_to_the_users_decided_for_at_the_price_of_the_preview_and_back() throws Exception {
        try (Sandbox sandbox = Sandbox.start(Migration.account().withRecord(true))) {
            JsonNode before = sandbox.dump();
            Migration migration = prepared.in(folder, sandbox);
            migration.succeed("run");
            JsonNode moved = sandbox.dump();
            long seen = sandbox.stats().requests();

            long spent = spent(sandbox);
            Told preview =
                    Told.by(migration.succeed("owners", "--import", decisions(), "--preview", "--output", "json"));
            long looking = spent(sandbox) - spent;
            long records = sum(preview, "Records that point to another user", "Records");
            long tokens = sum(preview, "Records that point to another user", "Tokens");
            assertThat(records).isPositive();
            assertThat(migration.succeed("owners").out()).doesNotContain("reassigned");

            migration.succeed("owners", "--import", decisions(), "--output", "json");
            assertThat(writesAfter(sandbox, seen)).isEmpty();

            spent = spent(sandbox);
            Told done = Told.by(migration.succeed("owners", "--reassign", "--output", "json"));
            assertThat(spent(sandbox) - spent - looking).isEqualTo(tokens);
            assertThat(sum(done, "Reassigned", "Tokens")).isEqualTo(tokens);
            assertThat(done.section("History"))
                    .anySatisfy(
                            line -> assertThat(line.get("What")).contains(done.run(), "records from user 1 to user 2"))
                    .anySatisfy(line -> assertThat(line.get("What")).contains("fallback 1 -> reassigned 3"));
            assertThat(writesAfter(sandbox, seen)).hasSize((int) records);
            for (RecordedRequest request : writesAfter(sandbox, seen)) {
                changesOnlyTheOwner(request);
            }

            seen = sandbox.stats().requests();
            migration.succeed("run");
            migration.succeed("owners", "--reassign");
            assertThat(writesAfter(sandbox, seen)).isEmpty();

            assertThat(migration
                            .succeed("rollback", "--run", done.run(), "--preview")
                            .out())
                    .contains(records + " things");
            migration.succeed("rollback", "--run", done.run(), "--yes");
            assertThat(sandbox.dump()).isEqualTo(moved);
            assertThat(migration.succeed("owners").out()).contains(records + " records point to another user");

            migration.succeed("owners", "--reassign");
            migration.succeed("rollback", "--yes");
            assertThat(sandbox.dump()).isEqualTo(before);
        }
    }

    @Test
    void records_wait_for_their_owner_and_the_next_run_writes_them() throws Exception {
        try (Sandbox sandbox = Sandbox.start(Migration.account())) {
            Migration migration =
                    prepared.in(folder, sandbox).replace("owners: { fallback: reception@dental.example }", "");
            assertThat(migration.run("run").out()).contains("owner-waiting");
            int waiting = sandbox.dump().path("activities").size();

            migration.succeed("owners", "--import", decisions());
            assertThat(migration.run("run").out()).doesNotContain("owner-waiting");
            assertThat(sandbox.dump().path("activities").size()).isGreaterThan(waiting);
        }
    }

    @Test
    void a_killed_reassignment_goes_on_where_it_was() throws Exception {
        try (Sandbox sandbox = Sandbox.start(Migration.account().withRecord(true))) {
            Migration migration = prepared.in(folder, sandbox);
            migration.succeed("run");
            migration.succeed("owners", "--import", decisions());
            long seen = sandbox.stats().requests();

            migration.start("owners", "--reassign").killAfter(3, sandbox);
            migration.succeed("owners", "--reassign");

            assertThat(migration.succeed("owners").out()).doesNotContain("point to another user");
            for (RecordedRequest request : writesAfter(sandbox, seen)) {
                changesOnlyTheOwner(request);
            }
        }
    }
}
