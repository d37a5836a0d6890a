package io.dragoman.systems.pipedrive;

import static org.assertj.core.api.Assertions.assertThat;

import io.dragoman.model.FindRequest;
import io.dragoman.model.TargetId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ServerClockTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Map<String, Object> AT_NOON = Map.of("Date", "Mon, 02 Mar 2026 12:00:00 GMT");

    private static ServerClock oursShows(Instant now) {
        return new ServerClock(Clock.fixed(now, ZoneOffset.UTC));
    }

    @Test
    void a_server_that_is_behind_is_asked_in_its_own_time() {
        ServerClock clock = oursShows(NOON.plus(Duration.ofMinutes(40)));

        clock.told(AT_NOON);

        assertThat(clock.toServer(NOON.plus(Duration.ofMinutes(39)))).isEqualTo(NOON.minus(Duration.ofMinutes(1)));
    }

    @Test
    void a_server_that_is_ahead_is_asked_in_ours_because_too_early_misses_nothing() {
        ServerClock clock = oursShows(NOON.minus(Duration.ofMinutes(40)));

        clock.told(AT_NOON);

        assertThat(clock.toServer(NOON)).isEqualTo(NOON);
    }

    @Test
    void the_largest_lag_is_remembered_when_our_clock_is_put_right() {
        Moved ours = new Moved(NOON.plus(Duration.ofHours(1)));
        ServerClock clock = new ServerClock(ours);
        clock.told(AT_NOON);

        ours.now = NOON;
        clock.told(AT_NOON);

        assertThat(clock.toServer(NOON.plus(Duration.ofHours(1)))).isEqualTo(NOON);
    }

    @Test
    void an_answer_without_a_readable_date_teaches_nothing() {
        ServerClock clock = oursShows(NOON.plus(Duration.ofHours(1)));

        clock.told(Map.of());
        clock.told(Map.of("Date", "yesterday"));

        assertThat(clock.toServer(NOON)).isEqualTo(NOON);
    }

    @Test
    void what_was_written_is_found_though_our_clock_is_an_hour_ahead() {
        Clock ahead = Clock.offset(Clock.systemUTC(), Duration.ofHours(1));
        try (Account account = Account.open(plain -> plain, plain -> plain.withClock(ahead), Budget.unlimited())) {
            TargetId id = account.create(Records.visit("v-1")).id();

            assertThat(account.find(new FindRequest("activity", ahead.instant(), List.of(Records.visit("v-1")))))
                    .containsOnly(Map.entry("v-1", id));
        }
    }

    private static final class Moved extends Clock {
        private Instant now;

        Moved(Instant now) {
            this.now = now;
        }

        @Override
        public java.time.ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
