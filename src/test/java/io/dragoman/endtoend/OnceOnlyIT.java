package io.dragoman.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dragoman.sandbox.Faults;
import io.dragoman.sandbox.Sandbox;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program against a target that fails and a process that dies: every record is there once. */
class OnceOnlyIT {
    private static final int PATIENTS = Integer.getInteger("once.patients", 60);
    private static final int KILLS = Integer.getInteger("once.kills", 3);

    @TempDir
    static Path practice;

    private static AccountPicture undisturbed;

    @TempDir
    Path folder;

    @BeforeAll
    static void an_undisturbed_run_shows_what_must_come_out() throws Exception {
        Practice.generate(PATIENTS, 11, practice);
        Path own = Files.createTempDirectory("undisturbed");
        try (Sandbox sandbox = Sandbox.start(Migration.account())) {
            Migration migration = Migration.write(own, practice, sandbox, "unlimited", Migration.BAA);
            migration.prepare();
            migration.succeed("run");
            undisturbed = new AccountPicture(sandbox.dump());
        }
        assertThat(undisturbed.records().keySet()).anyMatch(record -> record.startsWith("persons"));
    }

    @Test
    void a_second_run_writes_nothing_and_a_rollback_leaves_the_account_as_it_was(TestReporter told) throws Exception {
        try (Sandbox sandbox = Sandbox.start(Migration.account())) {
            JsonNode before = sandbox.dump();
            Migration migration = Migration.write(folder, practice, sandbox, "unlimited", Migration.BAA);
            migration.prepare();
            migration.succeed("run");
            JsonNode after = sandbox.dump();
            long writes = writes(sandbox);
            told.publishEntry("writes", Long.toString(writes));
            migration.succeed("run");
            assertThat(writes(sandbox)).isEqualTo(writes);
            assertThat(sandbox.dump()).isEqualTo(after);
            migration.succeed("rollback", "--yes");
            assertThat(sandbox.dump()).isEqualTo(before);
        }
    }

    @Test
    void lost_answers_resets_and_busy_answers_change_nothing_in_the_end() throws Exception {
        try (Sandbox sandbox = Sandbox.start(Migration.account())) {
            Migration migration = Migration.write(folder, practice, sandbox, "unlimited", Migration.BAA);
            migration.succeed("approve", "--as", "mapping", "--by", "Test Person");
            sandbox.faults()
                    .random(
                            Long.getLong("once.seed", 4),
                            Map.of(
                                    Faults.Kind.LOST_ANSWER_AFTER_COMMIT, 0.05,
                                    Faults.Kind.HTTP_503, 0.05,
                                    Faults.Kind.RESET_BEFORE_COMMIT, 0.02,
                                    Faults.Kind.HALF_BODY_AFTER_COMMIT, 0.01,
                                    Faults.Kind.HTTP_500_AFTER_COMMIT, 0.01,
                                    Faults.Kind.BURST_429, 0.01));
            migration.succeed("prepare");
            migration.succeed("run");
            sandbox.faults().clear();
            assertThat(undisturbed.differences(new AccountPicture(sandbox.dump())))
                    .isEmpty();
            long writes = writes(sandbox);
            migration.succeed("run");
            assertThat(writes(sandbox)).isEqualTo(writes);
        }
    }

    @Test
    void a_killed_run_goes_on_where_it_stopped() throws Exception {
        Random random = new Random(5);
        try (Sandbox sandbox = Sandbox.start(Migration.account())) {
            JsonNode before = sandbox.dump();
            Migration migration = Migration.write(folder, practice, sandbox, "unlimited", Migration.BAA);
            migration.prepare();
            for (int kill = 0; kill < KILLS; kill++) {
                int writes = 1 + random.nextInt(undisturbed.records().size() / KILLS);
                migration.start("run").killAfter(writes, sandbox);
            }
            migration.succeed("run");
            assertThat(undisturbed.differences(new AccountPicture(sandbox.dump())))
                    .isEmpty();
            migration.start("rollback", "--yes").killAfter(20, sandbox);
            migration.succeed("rollback", "--yes");
            assertThat(sandbox.dump()).isEqualTo(before);
        }
    }

    @Test
    void a_killed_prepare_makes_no_field_twice_and_all_of_them_can_be_taken_back() throws Exception {
        try (Sandbox sandbox = Sandbox.start(Migration.account())) {
            JsonNode before = sandbox.dump();
            Migration migration = Migration.write(folder, practice, sandbox, "unlimited", Migration.BAA);
            migration.succeed("approve", "--as", "mapping", "--by", "Test Person");
            sandbox.faults().onWrite(4, Faults.Kind.LOST_ANSWER_AFTER_COMMIT);
            migration.start("prepare").killAfter(9, sandbox);
            migration.succeed("prepare");
            assertThat(new AccountPicture(sandbox.dump()).records())
                    .allSatisfy((what, times) -> assertThat(times).as(what).isOne());
            migration.succeed("rollback", "--yes");
            assertThat(sandbox.dump()).isEqualTo(before);
        }
    }

    private static long writes(Sandbox sandbox) {
        return sandbox.stats().writes().values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }
}
