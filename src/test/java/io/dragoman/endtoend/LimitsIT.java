package io.dragoman.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.dragoman.sandbox.Faults;
import io.dragoman.sandbox.Sandbox;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program against an account with limits, and one that turns it away. */
class LimitsIT {
    private static final Path DEMO = Path.of("demo", "maple-street-dental").toAbsolutePath();

    @TempDir
    Path folder;

    @Test
    void a_run_within_a_plans_burst_is_never_told_to_slow_down() throws Exception {
        try (Sandbox sandbox = Sandbox.start(
                Migration.account().withBurstPer2s(100).withLatencyMillis(150).withJitterMillis(20))) {
            Migration migration = Migration.write(folder, DEMO, sandbox, "premium", Migration.BAA);
            migration.prepare();
            migration.succeed("run");
            assertThat(sandbox.stats().refused429()).isZero();
        }
    }

    @Test
    void a_run_without_tokens_for_the_day_ends_with_what_is_left_to_do() throws Exception {
        try (Sandbox sandbox = Sandbox.start(Migration.account())) {
            Migration migration = Migration.write(folder, DEMO, sandbox, "lite\n  daily-tokens: 900", Migration.BAA);
            migration.prepare();
            Program.Ended ended = migration.run("run", "--no-wait");
            assertThat(ended.code()).isEqualTo(2);
            assertThat(ended.err()).contains("budget-spent");
            assertThat(sandbox.stats().tokensSpent()).isLessThanOrEqualTo(810);
            assertThat(migration.run("status").out()).contains("waiting-for-budget");
        }
    }

    @Test
    void a_banned_token_stops_the_run_and_says_so() throws Exception {
        try (Sandbox sandbox = Sandbox.start(Migration.account())) {
            Migration migration = Migration.write(folder, DEMO, sandbox, "unlimited", Migration.BAA);
            migration.prepare();
            sandbox.faults().onRequest(sandbox.stats().requests() + 40, Faults.Kind.BAN_403_HTML);
            Program.Ended ended = migration.run("run");
            assertThat(ended.code()).isEqualTo(3);
            assertThat(ended.err()).contains("blocked-by-target");
            assertThat(migration.run("status").out()).contains("blocked");
            migration.succeed("run");
        }
    }

    @Test
    void nothing_is_written_before_the_mapping_is_approved() throws Exception {
        try (Sandbox sandbox = Sandbox.start(Migration.account())) {
            Migration migration = Migration.write(folder, DEMO, sandbox, "unlimited", Migration.BAA);
            assertThat(migration.run("prepare").code()).isEqualTo(3);
            assertThat(migration.run("run").code()).isEqualTo(3);
            assertThat(sandbox.stats().writes()).isEmpty();
        }
    }

    @Test
    void a_change_of_what_was_approved_voids_the_approval() throws Exception {
        try (Sandbox sandbox = Sandbox.start(Migration.account())) {
            Migration.write(folder, DEMO, sandbox, "unlimited", Migration.BAA).prepare();
            Migration changed = Migration.write(
                    folder, DEMO, sandbox, "unlimited", Migration.BAA + "overrides: { waive: [claim-in-flight] }");
            Program.Ended ended = changed.run("run");
            assertThat(ended.code()).isEqualTo(3);
            assertThat(ended.err()).contains("approval-void");
        }
    }
}
