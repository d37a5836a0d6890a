package io.dragoman.systems.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.dragoman.model.RunProblem;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PaceTest {
    private static final String REST = """
            auth: bearer
            rate: { requests: 3, seconds: 10 }
            lists:
              clients: { path: /clients, records: /items, into: client, columns: { id: /id } }
            """;

    private final AtomicLong now =
            new AtomicLong(Instant.parse("2026-03-02T09:00:00Z").toEpochMilli());
    private RestSettings settings;

    @BeforeEach
    void three_requests_in_ten_seconds(@TempDir Path folder) {
        settings = new Books(folder, URI.create("http://127.0.0.1:9"), REST)
                .rate(3, Duration.ofSeconds(10))
                .clock(ticking(now))
                .settings();
        Segments.make(settings.folder());
    }

    /** A clock for which nobody has to wait in earnest: every wait asks for a stop, and that takes it a second further. */
    private static Clock ticking(AtomicLong now) {
        return new Clock() {
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
                return Instant.ofEpochMilli(now.get());
            }
        };
    }

    private Pace pace() {
        return new Pace(settings, () -> {
            now.addAndGet(1000);
            return false;
        });
    }

    @Test
    void a_place_is_free_a_window_after_its_answer_and_not_after_its_question() {
        Pace pace = pace();
        long began = now.get();
        int first = pace.enter();
        pace.leave(pace.enter());
        pace.leave(pace.enter());
        now.addAndGet(5_000);
        pace.leave(first);

        pace.enter();

        assertThat(now.get() - began).isBetween(15_001L, 17_000L);
    }

    @Test
    void a_killed_process_is_not_forgotten() {
        Pace killed = pace();
        killed.leave(killed.enter());
        killed.enter();
        killed.enter();
        now.addAndGet(4_000);
        long began = now.get();

        Pace next = pace();
        next.enter();
        assertThat(now.get() - began).isBetween(6_000L, 8_000L);
        next.enter();
        assertThat(now.get() - began).isGreaterThan(10_000L);
    }

    @Test
    void a_place_that_was_never_taken_is_taken_at_once_by_the_next_process() {
        Pace before = pace();
        before.leave(before.enter());
        long began = now.get();

        pace().enter();

        assertThat(now.get()).isEqualTo(began);
    }

    @Test
    void nobody_goes_before_the_moment_the_source_told() {
        Pace pace = pace();
        long until = now.get() + 30_000;
        pace.hold(Instant.ofEpochMilli(until));

        pace.enter();

        assertThat(now.get()).isGreaterThanOrEqualTo(until);
    }

    @Test
    void who_would_wait_for_hours_is_told_so() {
        Pace pace = pace();
        pace.hold(Instant.ofEpochMilli(now.get() + 3_600_000));

        assertThat(catchThrowableOfType(RunProblem.class, pace::enter).problem().code())
                .isEqualTo("source-busy");
    }

    @Test
    void who_waits_hears_the_stop() {
        Pace pace = new Pace(settings, () -> true);
        for (int request = 0; request < 3; request++) {
            pace.enter();
        }

        assertThat(catchThrowableOfType(RunProblem.class, pace::enter).problem().code())
                .isEqualTo("stopped");
    }
}
