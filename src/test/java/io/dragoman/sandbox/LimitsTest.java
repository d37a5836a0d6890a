package io.dragoman.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LimitsTest {
    private static final SandboxSettings PLAIN = SandboxSettings.defaults();

    @Test
    void the_request_over_the_burst_limit_is_refused_and_nothing_is_done() {
        try (Sandbox sandbox = Sandbox.start(PLAIN.withBurstPer2s(3))) {
            Client client = new Client(sandbox);
            var got = client.post("/api/v2/persons", "{'name':'A'}");
            assertThat(got.header("x-ratelimit-limit")).isEqualTo("3");
            assertThat(got.header("x-ratelimit-remaining")).isEqualTo("2");
            int made = 0;
            while (got.status() == 200) {
                made++;
                got = client.post("/api/v2/persons", "{'name':'A'}");
            }
            assertThat(got.status()).isEqualTo(429);
            assertThat(got.header("x-ratelimit-remaining")).isEqualTo("0");
            assertThat(got.header("x-ratelimit-reset")).isIn("1", "2");
            assertThat(got.header("Retry-After")).isIn("1", "2");
            assertThat(sandbox.dump().path("persons")).hasSize(made);
            assertThat(sandbox.stats().refused429()).isEqualTo(1);
            assertThat(sandbox.stats().tokensSpent()).isEqualTo(5L * made);
            assertThat(sandbox.stats().mostInTwoSeconds()).isEqualTo(4);
        }
    }

    @Test
    void the_window_is_exact_and_counts_refused_arrivals() {
        AtomicLong nanos = new AtomicLong();
        BurstWindow window = new BurstWindow(2, nanos::get);
        assertThat(window.arrive().refused()).isFalse();
        nanos.set(1_000_000_000L);
        assertThat(window.arrive().refused()).isFalse();
        nanos.set(1_999_999_999L);
        assertThat(window.arrive().refused()).isTrue();
        nanos.set(2_000_000_000L);
        assertThat(window.arrive().refused())
                .as("the first has left, the refused one has not")
                .isTrue();
        nanos.set(4_000_000_000L);
        assertThat(window.arrive()).isEqualTo(new BurstWindow.Sight(2, false, 1, 2));
        assertThat(window.most()).isEqualTo(3);
    }

    @Test
    void a_ban_lasts_a_minute_and_needs_more_than_twenty_refusals_in_ten_seconds() {
        AtomicLong nanos = new AtomicLong();
        Ban ban = new Ban(true, nanos::get);
        for (int i = 0; i < 30; i++) {
            nanos.addAndGet(600_000_000L);
            ban.refused429();
        }
        assertThat(ban.active()).as("seventeen in ten seconds").isFalse();
        for (int i = 0; i < 10; i++) {
            ban.refused429();
        }
        assertThat(ban.active()).isTrue();
        nanos.addAndGet(59_999_999_999L);
        assertThat(ban.active()).isTrue();
        nanos.addAndGet(1);
        assertThat(ban.active()).isFalse();
    }

    @Test
    void searches_have_a_smaller_window_of_their_own() {
        try (Sandbox sandbox = Sandbox.start(PLAIN.withSearchPer2s(2))) {
            Client client = new Client(sandbox);
            String[] searches = {"persons/search?term=ab", "itemSearch?term=ab", "deals/search?term=ab"};
            assertThat(client.get("/api/v2/" + searches[0]).status()).isEqualTo(200);
            assertThat(client.get("/api/v2/" + searches[1]).status()).isEqualTo(200);
            var over = client.get("/api/v2/" + searches[2]);
            assertThat(over.status()).isEqualTo(429);
            assertThat(over.header("x-ratelimit-limit")).isEqualTo("2");
            assertThat(over.header("x-ratelimit-remaining")).isEqualTo("0");
            assertThat(client.get("/api/v2/persons").status()).isEqualTo(200);
        }
    }

    @Test
    void whoever_goes_on_knocking_is_shut_out_with_a_web_page() {
        try (Sandbox sandbox = Sandbox.start(PLAIN.withBurstPer2s(1))) {
            Client client = new Client(sandbox);
            int tooMany = 0;
            Client.Got got = client.get("/api/v2/persons");
            while (got.status() != 403 && tooMany < 40) {
                got = client.get("/api/v2/persons");
                tooMany += got.status() == 429 ? 1 : 0;
            }
            assertThat(tooMany).isEqualTo(21);
            assertThat(got.status()).isEqualTo(403);
            assertThat(got.header("Content-Type")).startsWith("text/html");
        }
    }

    @Test
    void every_call_costs_its_tokens_and_a_day_ends_when_one_cannot_be_paid() {
        try (Sandbox sandbox = Sandbox.start(PLAIN.withDailyTokens(26).withBurstPer2s(1000))) {
            Client client = new Client(sandbox);
            var first = client.post("/api/v2/persons", "{'name':'A'}");
            assertThat(first.header("x-daily-ratelimit-token-limit")).isEqualTo("26");
            assertThat(first.header("x-daily-ratelimit-token-remaining")).isEqualTo("21");
            assertThat(client.get("/api/v2/persons/1").header("x-daily-ratelimit-token-remaining"))
                    .isEqualTo("20");
            assertThat(client.get("/api/v2/persons").header("x-daily-ratelimit-token-remaining"))
                    .isEqualTo("10");
            assertThat(client.post("/api/v2/persons", "{}").header("x-daily-ratelimit-token-remaining"))
                    .isEqualTo("5");
            var over = client.get("/api/v2/persons");
            assertThat(over.status()).isEqualTo(429);
            assertThat(over.header("x-daily-ratelimit-token-remaining")).isEqualTo("0");
            assertThat(over.header("x-ratelimit-remaining")).isNotEqualTo("0");
            assertThat(client.get("/api/v2/persons/1").status()).isEqualTo(429);
            assertThat(sandbox.stats().tokensSpent()).isEqualTo(21);
        }
    }

    @Test
    void without_the_token_headers_a_used_up_day_shows_in_the_burst_headers_alone() {
        var settings = PLAIN.withDailyTokens(4).withBurstPer2s(100).withDailyTokenHeaders(false);
        try (Sandbox sandbox = Sandbox.start(settings)) {
            var over = new Client(sandbox).post("/api/v2/persons", "{'name':'A'}");
            assertThat(over.status()).isEqualTo(429);
            assertThat(over.header("x-daily-ratelimit-token-remaining")).isEmpty();
            assertThat(over.header("x-ratelimit-remaining")).isEqualTo("99");
        }
    }

    @Test
    void writes_tell_how_many_writes_the_day_has_left() {
        try (Sandbox sandbox = Sandbox.start(PLAIN.withDailyRequests(2))) {
            Client client = new Client(sandbox);
            assertThat(client.get("/api/v2/persons").header("x-daily-requests-left"))
                    .isEmpty();
            assertThat(client.post("/api/v2/persons", "{'name':'A'}").header("x-daily-requests-left"))
                    .isEqualTo("1");
            assertThat(client.post("/api/v2/persons", "{'name':'A'}").header("x-daily-requests-left"))
                    .isEqualTo("0");
            assertThat(client.post("/api/v2/persons", "{'name':'A'}").status()).isEqualTo(429);
        }
    }

    @Test
    void a_short_day_counts_from_the_start_and_a_long_one_from_midnight() {
        var clock = new MovableClock(Instant.parse("2026-03-01T23:00:00Z"));
        var minute = new DayBudget(PLAIN.withDailyTokens(10).withDayLength(Duration.ofMinutes(1)), clock);
        var full = new DayBudget(PLAIN.withDailyTokens(10), clock);
        assertThat(minute.spend(8, true).paid()).isTrue();
        assertThat(full.spend(8, true).paid()).isTrue();
        assertThat(minute.spend(8, true).paid()).isFalse();
        clock.now = clock.now.plusSeconds(59);
        assertThat(minute.spend(1, true).paid()).isFalse();
        clock.now = clock.now.plusSeconds(1);
        assertThat(minute.spend(8, true).paid()).isTrue();
        assertThat(full.spend(8, true).paid()).isFalse();
        clock.now = Instant.parse("2026-03-02T00:00:00Z");
        assertThat(full.spend(8, true).paid()).isTrue();
    }

    private static final class MovableClock extends Clock {
        private Instant now;

        MovableClock(Instant now) {
            this.now = now;
        }

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
