package io.dragoman.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.dragoman.sandbox.Faults;
import io.dragoman.sandbox.Sandbox;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The packaged program against an account with limits, and one that turns it away. */
class LimitsIT {
    private static final Path DEMO = Path.of("demo", "maple-street-dental").toAbsolutePath();

    @TempDir
    Path folder;

    @Test
    void a_run_within_a_plans_burst_is_never_told_to_slow_down() throws Exception {
        try (Sandbox sandbox = Sandbox.start(
                Migration.account().withBurstPer2s(100).withLatencyMillis(40).withJitterMillis(20))) {
            Migration migration = Migration.write(folder, DEMO, sandbox, "premium", Migration.BAA);
            migration.prepare();
            migration.succeed("run");
            assertThat(sandbox.stats().refused429()).isZero();
        }
    }

    @Test
    void a_run_without_tokens_for_the_day_ends_with_what_is_left_to_do() throws Exception {
        try (Sandbox sandbox = Sandbox.start(Migration.account())) {
            Migration migration =
                    Migration.write(folder, DEMO, sandbox, "ultimate\n  daily-tokens: 900", Migration.BAA);
            migration.prepare();
            Program.Ended ended = migration.run("run", "--no-wait");
            assertThat(ended.code()).isEqualTo(2);
            assertThat(ended.err()).contains("budget-spent");
            assertThat(sandbox.stats().tokensSpent()).isLessThanOrEqualTo(810);
            assertThat(migration.run("status").out()).contains("waiting-for-budget");
        }
    }

    @Test
    void a_banned_token_stops_the_run_and_a_new_process_does_not_knock_within_the_hour() throws Exception {
        try (Sandbox sandbox = Sandbox.start(Migration.account())) {
            Migration migration = Migration.write(folder, DEMO, sandbox, "unlimited", Migration.BAA);
            migration.prepare();
            sandbox.faults().onRequest(sandbox.stats().requests() + 40, Faults.Kind.BAN_403_HTML);
            Program.Ended ended = migration.run("run");
            assertThat(ended.code()).isEqualTo(3);
            assertThat(ended.err()).contains("blocked-by-target").contains("Nothing is sent before ");
            assertThat(migration.run("status").out()).contains("blocked");

            long requests = sandbox.stats().requests();
            Program.Ended again = migration.run("run");
            assertThat(again.code()).isEqualTo(3);
            assertThat(again.err()).contains("blocked-by-target");
            assertThat(sandbox.stats().requests()).isEqualTo(requests);
        }
    }

    @ParameterizedTest
    @CsvSource({"PAYMENT_402, account-not-open", "UNAUTHORIZED_401, token-rejected"})
    void an_account_that_refuses_us_stops_the_run_which_goes_on_later(Faults.Kind kind, String code) throws Exception {
        try (Sandbox sandbox = Sandbox.start(Migration.account())) {
            Migration migration = Migration.write(folder, DEMO, sandbox, "unlimited", Migration.BAA);
            migration.prepare();
            sandbox.faults().onRequest(sandbox.stats().requests() + 60, kind);
            Program.Ended ended = migration.run("run");
            assertThat(ended.code()).isEqualTo(3);
            assertThat(ended.err()).contains(code);
            assertThat(migration.run("status").out()).contains("blocked");

            migration.succeed("run");
            long made = made(sandbox);
            migration.succeed("run");
            assertThat(made(sandbox)).isEqualTo(made);
        }
    }

    private static long made(Sandbox sandbox) {
        return sandbox.stats().writes().entrySet().stream()
                .filter(entry -> entry.getKey().endsWith(".create"))
                .mapToLong(Map.Entry::getValue)
                .sum();
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
                    folder,
                    DEMO,
                    sandbox,
                    "unlimited",
                    Migration.BAA + "overrides: { waive: [claim-in-flight, sample-missing] }");
            Program.Ended ended = changed.run("run");
            assertThat(ended.code()).isEqualTo(3);
            assertThat(ended.err()).contains("approval-void");
        }
    }
}
