package io.dragoman.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.dragoman.sandbox.Faults;
import io.dragoman.sandbox.Sandbox;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The account turns against a run: it ends with a code and advice, and when the account is mended it goes on and nothing is lost. Fields
 * that are deleted are in {@link SchemaIT}.
 */
class TroubleIT {
    @TempDir
    static Path practice;

    @TempDir
    static Path ready;

    private static Prepared prepared;
    private static AccountPicture undisturbed;

    @TempDir
    Path folder;

    @BeforeAll
    static void an_undisturbed_run_shows_what_must_come_out() throws Exception {
        Practice.generate(8, 3, practice);
        prepared = Prepared.of(practice, ready);
        try (Sandbox sandbox = Sandbox.start(Migration.account())) {
            prepared.in(Files.createTempDirectory("undisturbed"), sandbox).succeed("run");
            undisturbed = new AccountPicture(sandbox.dump());
        }
    }

    private static void nothingIsLost(Sandbox sandbox) {
        assertThat(undisturbed.differences(new AccountPicture(sandbox.dump()))).isEmpty();
    }

    private static void endsWith(Program.Ended ended, int exitCode, String code) {
        assertThat(ended.code()).as(ended.all()).isEqualTo(exitCode);
        assertThat(ended.err()).contains(code).doesNotContain("unexpected", "Exception", "\tat ", Migration.TOKEN);
    }

    private static void tellsIn(Migration migration, String state, String code) throws Exception {
        assertThat(Told.by(migration.run("status", "--output", "json")).section("Runs"))
                .last()
                .satisfies(run -> assertThat(run.toString()).contains(state, code));
    }

    @Test
    void an_account_that_closes_blocks_the_run_until_it_is_open_again() throws Exception {
        try (Sandbox sandbox = Sandbox.start(Migration.account())) {
            Migration migration = prepared.in(folder, sandbox);
            sandbox.faults().fromRequest(sandbox.stats().requests() + 60, Faults.Kind.UNAUTHORIZED_401);
            endsWith(migration.run("run"), 3, "token-rejected");

            sandbox.faults().fromRequest(sandbox.stats().requests() + 60, Faults.Kind.PAYMENT_402);
            endsWith(migration.run("run"), 3, "account-not-open");
            tellsIn(migration, "blocked", "account-not-open");

            sandbox.faults().clear();
            migration.succeed("run");
            nothingIsLost(sandbox);
        }
    }

    @Test
    void a_ban_page_blocks_the_run() throws Exception {
        try (Sandbox sandbox = Sandbox.start(Migration.account())) {
            Migration migration = prepared.in(folder, sandbox);
            sandbox.faults().fromRequest(sandbox.stats().requests() + 60, Faults.Kind.BAN_403_HTML);

            endsWith(migration.run("run"), 3, "blocked-by-target");
            tellsIn(migration, "blocked", "blocked-by-target");
        }
    }

    @Test
    void a_plan_that_is_full_of_deals_blocks_the_run_until_there_is_room() throws Exception {
        try (Sandbox sandbox = Sandbox.start(Migration.account())) {
            Migration migration = prepared.in(folder, sandbox);
            sandbox.plan(1, 0);

            endsWith(migration.run("run"), 3, "account-limit");
            tellsIn(migration, "blocked", "account-limit");

            sandbox.plan(0, 0);
            migration.succeed("run");
            nothingIsLost(sandbox);
        }
    }

    @Test
    void deals_on_the_waitlist_are_told_and_are_there_once_when_there_is_room() throws Exception {
        try (Sandbox sandbox = Sandbox.start(Migration.account().withWaitlist(true))) {
            Migration migration = prepared.in(folder, sandbox);
            sandbox.plan(1, 0);

            Program.Ended full = migration.run("run");
            assertThat(full.code()).as(full.all()).isEqualTo(2);
            assertThat(full.out()).contains("accepted but not listed, set aside");

            sandbox.plan(0, 0);
            migration.succeed("run");
            nothingIsLost(sandbox);
        }
    }

    @Test
    void a_plan_that_is_full_of_custom_fields_blocks_preparing_until_there_is_room() throws Exception {
        try (Sandbox sandbox = Sandbox.start(Migration.account())) {
            Migration migration = Migration.write(folder, practice, sandbox, "unlimited", Migration.BAA);
            migration.succeed("approve", "--as", "mapping", "--by", "Test Person");
            sandbox.plan(0, 5);

            endsWith(migration.run("prepare"), 3, "account-limit");

            sandbox.plan(0, 0);
            migration.succeed("prepare");
            migration.succeed("run");
            nothingIsLost(sandbox);
        }
    }

    @Test
    void answers_that_cannot_be_read_are_asked_after_and_the_run_ends_well() throws Exception {
        Faults.Kind page = Faults.Kind.HTML_200_AFTER_COMMIT;
        Faults.Kind half = Faults.Kind.HALF_BODY_AFTER_COMMIT;
        try (Sandbox sandbox = Sandbox.start(Migration.account())) {
            Migration migration = prepared.in(folder, sandbox);
            sandbox.faults().random(5, Map.of(page, 0.05, half, 0.05));
            sandbox.faults().onRequest(sandbox.stats().requests() + 3, page);
            sandbox.faults().onRequest(sandbox.stats().requests() + 4, half);

            migration.succeed("run");

            assertThat(sandbox.stats().faults().get(page)).isGreaterThan(2);
            assertThat(sandbox.stats().faults().get(half)).isGreaterThan(2);
            nothingIsLost(sandbox);
        }
    }

    @Test
    void a_user_who_leaves_under_way_takes_no_record_along() throws Exception {
        try (Sandbox sandbox = Sandbox.start(Migration.account())) {
            Migration migration = prepared.in(folder, sandbox);
            Program.Running running = migration.start("run");
            sandbox.holdAfter(5);
            running.awaitHeld(sandbox);
            Migration.USERS.forEach(user -> sandbox.activate(user.id(), user.id() == 1));
            sandbox.letGo();

            endsWith(running.await(), 3, "owner-inactive");
            tellsIn(migration, "blocked", "owner-inactive");

            endsWith(migration.run("run"), 3, "owner-inactive: owner ");

            Migration.USERS.forEach(user -> sandbox.activate(user.id(), true));
            migration.succeed("run");
            nothingIsLost(sandbox);
        }
    }

    @ParameterizedTest
    @CsvSource({"-3", "3"})
    void lost_answers_are_found_though_the_clocks_are_hours_apart(int hours) throws Exception {
        Duration off = Duration.ofHours(hours);
        try (Sandbox sandbox = Sandbox.start(Migration.account().withClockOff(off));
                OtherClock relay = OtherClock.before(sandbox, off)) {
            Migration migration =
                    prepared.in(folder, sandbox).replace(sandbox.baseUrl().toString(), relay.address());
            sandbox.faults().random(8, Map.of(Faults.Kind.LOST_ANSWER_AFTER_COMMIT, 0.1));

            migration.succeed("run");

            nothingIsLost(sandbox);
        }
    }
}
