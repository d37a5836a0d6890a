package io.dragoman.systems.pipedrive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dragoman.model.RunProblem;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** How fast requests may follow each other, and what makes them wait. */
class PaceTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    private static PipedriveSettings settings(int burst) {
        return PipedriveSettings.of(URI.create("https://company.example"), () -> "secret", burst);
    }

    @Test
    void the_settings_never_print_the_token() {
        assertThat(settings(20).toString()).contains("company.example").doesNotContain("secret");
    }

    @Test
    void a_request_in_flight_is_lost_only_after_all_its_time_outs() {
        assertThat(settings(20).lostAfter()).isEqualTo(Duration.ofSeconds(45));
    }

    @Test
    void a_worker_that_waits_at_the_gate_can_be_told_to_stop() {
        Gate gate = new Gate(Ban.forgotten(), Clock.systemUTC());
        gate.pause(LONG);
        Thread.currentThread().interrupt();

        assertThatThrownBy(gate::pass).isInstanceOf(RunProblem.class).hasMessageContaining("stopped");

        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void a_429_is_the_day_when_a_daily_header_says_so() {
        assertThat(new RateHeaders(Map.of("x-daily-ratelimit-token-remaining", "0")).dayIsSpent())
                .isTrue();
        assertThat(new RateHeaders(Map.of("x-daily-requests-left", 0)).dayIsSpent())
                .isTrue();
        assertThat(new RateHeaders(Map.of("x-ratelimit-remaining", "0")).dayIsSpent())
                .isFalse();
        assertThat(new RateHeaders(Map.of("x-ratelimit-remaining", "7")).dayMayBeSpent())
                .isTrue();
        assertThat(new RateHeaders(Map.of("x-ratelimit-remaining", "7", "x-daily-ratelimit-token-remaining", "9"))
                        .dayMayBeSpent())
                .isFalse();
    }

    @Test
    void a_burst_429_is_waited_for_as_long_as_it_asks_within_reason() {
        assertThat(new RateHeaders(Map.of("Retry-After", "3")).delay()).isEqualTo(Duration.ofSeconds(3));
        assertThat(new RateHeaders(Map.of("Retry-After", "86400")).delay()).isEqualTo(Duration.ofSeconds(60));
        assertThat(new RateHeaders(Map.of("Retry-After", "soon")).delay()).isEqualTo(Duration.ofSeconds(2));
        assertThat(new RateHeaders(Map.of("x-ratelimit-reset", "1")).delay()).isEqualTo(Duration.ofSeconds(2));
        assertThat(new RateHeaders(Map.of()).tokensLeft()).isEqualTo(OptionalLong.empty());
    }

    @Test
    void every_call_has_a_price_and_no_other_call_is_made() {
        assertThat(Costs.of("POST", "/api/v2/persons")).isEqualTo(5);
        assertThat(Costs.of("GET", "/api/v2/deals/products")).isEqualTo(10);
        assertThat(Costs.of("GET", "/api/v2/deals/17")).isEqualTo(1);
        assertThat(Costs.of("DELETE", "/api/v2/deals/17/products")).isEqualTo(15);
        assertThatThrownBy(() -> Costs.of("PUT", "/api/v1/persons/5")).hasMessageContaining("no price");
    }
}
