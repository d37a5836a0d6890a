package io.dragoman.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.dragoman.ledger.Ledger;
import io.dragoman.ledger.LedgerAddress;
import io.dragoman.ledger.SealKey;
import io.dragoman.model.Place;
import io.dragoman.model.RunProblem;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The budget on a real ledger, with a clock moved by hand. A day of 1,000 tokens, of which 100 stay for others. */
class BudgetTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final OptionalLong NOTHING = OptionalLong.empty();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private final Hand clock = new Hand();
    private MigrationFile.Day day = MigrationFile.Day.USUAL;
    private Ledger ledger;
    private Budget budget;

    @BeforeEach
    void open() {
        ledger = Ledger.open(
                new LedgerAddress("jdbc:hsqldb:file:" + folder.resolve("ledger"), "SA", ""),
                "acme",
                SealKey.at(folder.resolve("seal.key")));
        budget = budget();
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    private Budget budget() {
        return new Budget(
                new MigrationFile.Target(
                        "pipedrive",
                        "acme",
                        URI.create("http://127.0.0.1:1"),
                        null,
                        new Secret("${env:NONE}", Place.of("migration.yaml")),
                        AccountPlan.LITE,
                        1,
                        1_000,
                        0.1,
                        day,
                        Duration.ofSeconds(30),
                        50_000_000),
                ledger,
                clock);
    }

    private Instant refusedUntil(int cost) {
        RunProblem problem = catchThrowableOfType(RunProblem.class, () -> budget.pay("write", cost, true));
        assertThat(problem.ending()).isEqualTo(RunProblem.Ending.WAITING);
        Instant until = opens(problem);
        assertThat(problem.problem().advice()).contains(until.toString());
        return until;
    }

    private Instant opens(RunProblem problem) {
        return Objects.requireNonNull(budget.opens(problem));
    }

    private void restart() {
        ledger.close();
        open();
    }

    @Test
    void what_the_day_cannot_pay_waits_for_the_next_one() {
        budget.pay("write", 900, true);

        assertThat(refusedUntil(1)).isEqualTo("2026-03-03T00:00:00Z");

        clock.now = Instant.parse("2026-03-03T00:00:00Z");
        budget.pay("write", 900, true);
    }

    @Test
    void a_day_may_begin_at_another_hour_in_another_zone() {
        day = new MigrationFile.Day(LocalTime.of(6, 30), ZoneId.of("America/Chicago"), Duration.ofHours(24), 0);
        budget = budget();
        budget.pay("write", 900, true);

        assertThat(refusedUntil(1)).isEqualTo("2026-03-02T12:30:00Z");
    }

    @Test
    void a_process_started_anew_knows_what_is_spent() {
        budget.pay("write", 900, true);
        restart();

        assertThat(refusedUntil(1)).isEqualTo("2026-03-03T00:00:00Z");
    }

    @Test
    void less_at_the_target_than_by_our_count_wins_and_is_asked_about_in_growing_steps() {
        budget.pay("write", 5, true);
        budget.told(OptionalLong.of(102), NOTHING);

        assertThat(refusedUntil(5)).isEqualTo(NOON.plus(Duration.ofMinutes(5)));
        clock.now = NOON.plus(Duration.ofMinutes(5));
        budget.pay("write", 5, true);
        budget.told(OptionalLong.of(97), NOTHING);
        assertThat(refusedUntil(5)).isEqualTo(clock.now.plus(Duration.ofMinutes(10)));
    }

    @Test
    void a_count_that_jumps_up_is_a_new_day_also_for_the_next_process() {
        budget.pay("write", 890, true);
        budget.told(OptionalLong.of(110), NOTHING);
        budget.pay("write", 10, true);
        assertThat(refusedUntil(5)).isEqualTo("2026-03-03T00:00:00Z");

        budget.told(OptionalLong.of(995), NOTHING);
        budget.pay("write", 800, true);
        assertThat(refusedUntil(200)).isEqualTo(NOON.plus(Duration.ofHours(24)));

        restart();
        assertThat(refusedUntil(200)).isEqualTo(NOON.plus(Duration.ofHours(24)));
    }

    @Test
    void a_refusal_on_a_day_that_we_thought_new_is_waited_for_by_a_restarted_process_too() {
        Instant until = opens(budget.refused());
        assertThat(until).isEqualTo(NOON.plus(Duration.ofMinutes(5)));
        restart();

        assertThat(refusedUntil(5)).isEqualTo(until);

        clock.now = until;
        budget.pay("write", 5, true);
        budget.told(NOTHING, NOTHING);
        budget.pay("write", 5, true);
    }

    @Test
    void our_own_midnight_is_worth_one_question_whatever_the_step() {
        clock.now = Instant.parse("2026-03-02T23:58:00Z");
        Instant until = opens(budget.refused());

        assertThat(until).isEqualTo("2026-03-03T00:00:00Z");
    }

    @Test
    void no_writing_requests_left_stops_writes_until_midnight_in_utc_and_no_reading() {
        budget.pay("write", 5, true);
        budget.told(NOTHING, OptionalLong.of(0));

        assertThat(refusedUntil(5)).isEqualTo("2026-03-03T00:00:00Z");
        budget.pay("find", 10, false);

        restart();
        assertThat(refusedUntil(5)).isEqualTo("2026-03-03T00:00:00Z");
    }

    @Test
    void writing_requests_are_counted_where_the_migration_file_gives_a_number() {
        day = new MigrationFile.Day(LocalTime.MIDNIGHT, ZoneOffset.UTC, Duration.ofHours(24), 2);
        budget = budget();
        budget.pay("write", 5, true);
        restart();
        budget.pay("write", 5, true);

        assertThat(refusedUntil(5)).isEqualTo("2026-03-03T00:00:00Z");
        clock.now = Instant.parse("2026-03-03T00:00:00Z");
        budget.pay("write", 5, true);
    }

    @Test
    void a_worker_that_waits_for_another_ones_question_can_be_told_to_stop() {
        clock.now = opens(budget.refused());
        budget.pay("write", 5, true);
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> budget.pay("write", 5, true)).hasMessageContaining("stopped");
        assertThat(Thread.interrupted()).isTrue();
    }

    /** A clock that stands still until it is moved. */
    private static final class Hand extends Clock {
        private Instant now = NOON;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
