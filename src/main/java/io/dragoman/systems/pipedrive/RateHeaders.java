package io.dragoman.systems.pipedrive;

import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;

/**
 * What an answer's headers say about limits. Each may be missing, and the two daily token headers are not documented; read from the
 * page on rate limiting of 2026-09 and from live observations of others.
 */
record RateHeaders(Map<String, Object> headers) {
    private static final long LONGEST_SECONDS = 60;

    /** Left of the company's day. */
    OptionalLong tokensLeft() {
        return number("x-daily-ratelimit-token-remaining");
    }

    /** Writing requests left to this user today. */
    OptionalLong requestsLeft() {
        return number("x-daily-requests-left");
    }

    /** Requests left in the window of two seconds, when the answer was made. */
    OptionalLong room() {
        return number("x-ratelimit-remaining");
    }

    /** Requests the window of two seconds holds. */
    OptionalLong allowed() {
        return number("x-ratelimit-limit");
    }

    /** Whether a 429 surely means the day rather than the last two seconds. */
    boolean dayIsSpent() {
        return isZero(tokensLeft()) || isZero(requestsLeft());
    }

    /** Whether a 429 may mean the day: it is silent about tokens, and there was room in the last two seconds. */
    boolean dayMayBeSpent() {
        return tokensLeft().isEmpty() && room().orElse(0) > 0;
    }

    /** How long a burst 429 asks to wait: what it says in so many words, else until the window moves on, at least two seconds. */
    Duration delay() {
        OptionalLong asked = number("Retry-After");
        long seconds = asked.isPresent()
                ? asked.getAsLong()
                : Math.max(2, number("x-ratelimit-reset").orElse(2));
        return Duration.ofSeconds(Math.max(1, Math.min(seconds, LONGEST_SECONDS)));
    }

    private static boolean isZero(OptionalLong left) {
        return left.isPresent() && left.getAsLong() <= 0;
    }

    private OptionalLong number(String name) {
        Object value = headers.get(name);
        if (value == null || !value.toString().strip().matches("-?\\d{1,18}")) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(Long.parseLong(value.toString().strip()));
    }
}
