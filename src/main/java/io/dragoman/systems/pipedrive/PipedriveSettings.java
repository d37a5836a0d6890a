package io.dragoman.systems.pipedrive;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How one account is reached. Immutable; start from {@link #of} and change what differs.
 *
 * @param baseUrl such as {@code https://company.pipedrive.com}, without a path
 * @param token asked once for every request, so that it is held nowhere else
 * @param burst requests the plan allows in a rolling window of two seconds; 0 for no limit
 * @param workers requests that may be under way at once
 * @param connectTimeout until a connection stands
 * @param responseTimeout until the answer comes
 * @param margin added when waiting for a request that may still be on its way
 * @param retryDelay before the first repetition when the target is busy and says no delay; doubles up to a minute
 * @param clock by which the caller dates what it asks for
 * @param oauth the app that opens the account in place of the token; null when the token does
 */
public record PipedriveSettings(
        URI baseUrl,
        Supplier<String> token,
        int burst,
        int workers,
        Duration connectTimeout,
        Duration responseTimeout,
        Duration margin,
        Duration retryDelay,
        Clock clock,
        @Nullable OAuth oauth) {

    public PipedriveSettings {
        if (baseUrl.getScheme() == null || baseUrl.getHost() == null) {
            throw new IllegalArgumentException("the base address needs a scheme and a host");
        }
        if (burst < 0 || workers < 1) {
            throw new IllegalArgumentException("burst must not be negative, and there must be a worker");
        }
    }

    /** 10 s to connect, 30 s to answer, 5 s margin, first repetition after a second, 20 workers. */
    public static PipedriveSettings of(URI baseUrl, Supplier<String> token, int burst) {
        return new PipedriveSettings(
                baseUrl,
                token,
                burst,
                20,
                Duration.ofSeconds(10),
                Duration.ofSeconds(30),
                Duration.ofSeconds(5),
                Duration.ofSeconds(1),
                Clock.systemUTC(),
                null);
    }

    /** Requests under way at once that use a burst to the full with answers of half a second. */
    public static int workersFor(int burst) {
        return burst == 0 ? 24 : Math.max(8, burst / 4);
    }

    public PipedriveSettings withBurst(int requests) {
        return new PipedriveSettings(
                baseUrl, token, requests, workers, connectTimeout, responseTimeout, margin, retryDelay, clock, oauth);
    }

    public PipedriveSettings withWorkers(int number) {
        return new PipedriveSettings(
                baseUrl, token, burst, number, connectTimeout, responseTimeout, margin, retryDelay, clock, oauth);
    }

    public PipedriveSettings withTimeouts(Duration connect, Duration response, Duration rest) {
        return new PipedriveSettings(baseUrl, token, burst, workers, connect, response, rest, retryDelay, clock, oauth);
    }

    public PipedriveSettings withRetryDelay(Duration delay) {
        return new PipedriveSettings(
                baseUrl, token, burst, workers, connectTimeout, responseTimeout, margin, delay, clock, oauth);
    }

    public PipedriveSettings withClock(Clock ours) {
        return new PipedriveSettings(
                baseUrl, token, burst, workers, connectTimeout, responseTimeout, margin, retryDelay, ours, oauth);
    }

    public PipedriveSettings withOAuth(OAuth app) {
        return new PipedriveSettings(
                baseUrl, token, burst, workers, connectTimeout, responseTimeout, margin, retryDelay, clock, app);
    }

    /** After this time a request whose answer was lost can no longer arrive; only then is it worth asking what became of it. */
    public Duration lostAfter() {
        return connectTimeout.plus(responseTimeout).plus(margin);
    }

    /** Never printed with its token. */
    @Override
    public String toString() {
        return "PipedriveSettings[" + baseUrl + ", burst " + burst + ", workers " + workers + "]";
    }
}
