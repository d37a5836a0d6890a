package io.dragoman.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class RhythmTest {
    private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    @Test
    void a_time_is_counted_from_when_it_was_due_whatever_was_missed() {
        Rhythm hourly = Rhythm.every(Duration.ofHours(1));
        assertThat(hourly.next(NOON, NOON)).isEqualTo("2026-03-02T13:00:00Z");
        assertThat(hourly.next(NOON, NOON.plusSeconds(3599))).isEqualTo("2026-03-02T13:00:00Z");
        assertThat(hourly.next(NOON, Instant.parse("2026-03-02T15:30:00Z"))).isEqualTo("2026-03-02T16:00:00Z");
    }

    @Test
    void a_cron_expression_is_read_in_its_zone_over_a_change_of_the_clock_too() {
        Rhythm nightly = Rhythm.cron("0 30 3 * * ?", CHICAGO);
        assertThat(nightly.next(NOON, NOON)).isEqualTo("2026-03-03T09:30:00Z");
        assertThat(nightly.next(NOON, Instant.parse("2026-03-08T12:00:00Z"))).isEqualTo("2026-03-09T08:30:00Z");
    }

    @Test
    void an_expression_that_never_comes_is_refused() {
        assertThatThrownBy(() -> Rhythm.cron("0 0 0 30 2 ?", CHICAGO)).isInstanceOf(DateTimeException.class);
        assertThatThrownBy(() -> Rhythm.cron("every night", CHICAGO)).isInstanceOf(DateTimeException.class);
    }
}
