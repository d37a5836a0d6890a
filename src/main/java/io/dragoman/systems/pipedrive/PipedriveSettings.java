package io.dragoman.systems.pipedrive;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;

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
        Clock clock) {

    private static final double SHARE = 0.89;

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
                Clock.systemUTC());
    }

    public PipedriveSettings withWorkers(int number) {
        return new PipedriveSettings(
                baseUrl, token, burst, number, connectTimeout, responseTimeout, margin, retryDelay, clock);
    }

    public PipedriveSettings withTimeouts(Duration connect, Duration response, Duration rest) {
        return new PipedriveSettings(baseUrl, token, burst, workers, connect, response, rest, retryDelay, clock);
    }

    public PipedriveSettings withRetryDelay(Duration delay) {
        return new PipedriveSettings(
                baseUrl, token, burst, workers, connectTimeout, responseTimeout, margin, delay, clock);
    }

    public PipedriveSettings withClock(Clock ours) {
        return new PipedriveSettings(
                baseUrl, token, burst, workers, connectTimeout, responseTimeout, margin, retryDelay, ours);
    }

    /** After this time a request whose answer was lost can no longer arrive; only then is it worth asking what became of it. */
    public Duration lostAfter() {
        return connectTimeout.plus(responseTimeout).plus(margin);
    }

    /**
     * Milliseconds from one request to the next, for a little less than nine tenths of the burst. The rest is for requests that catch up
     * with each other on the way.
     */
    long spacingMillis() {
        return burst == 0 ? 1 : Math.max(1, Math.round(2000 / (burst * SHARE)));
    }

    /** Half of what even spacing leaves free in a window of the target; with less room than that, requests hold back. */
    int leastRoom() {
        int perWindow = (int) Math.ceil(2000.0 / spacingMillis());
        return burst == 0 ? -1 : Math.max(0, (burst - perWindow) / 2);
    }

    /** Never printed with its token. */
    @Override
    public String toString() {
        return "PipedriveSettings[" + baseUrl + ", burst " + burst + ", workers " + workers + "]";
    }
}
