package io.dragoman.systems.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dragoman.model.RunProblem;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PaceGoesOnTest {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    /** Time stands still and waiting is forbidden, so that whoever would wait fails. */
    @Test
    void a_verb_takes_the_places_that_the_one_before_left_free_and_no_more(@TempDir Path folder) throws Exception {
        Files.createDirectories(folder.resolve("source"));
        RestSettings settings = new Books(folder, URI.create("http://127.0.0.1:1"), ReadingTest.CLIENTS)
                .rate(5, Duration.ofMinutes(1))
                .clock(Clock.fixed(NOW, ZoneOffset.UTC))
                .settings();
        Pace first = new Pace(settings, () -> true);
        for (int i = 0; i < 3; i++) {
            first.leave(first.enter());
        }

        Pace second = new Pace(settings, () -> true);

        assertThat(second.enter()).isEqualTo(3);
        assertThat(second.enter()).isEqualTo(4);
        assertThatThrownBy(second::enter).isInstanceOf(RunProblem.class);
    }
}
