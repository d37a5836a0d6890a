package io.dragoman.systems.pipedrive;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How far the target's clock is behind ours, learned from the {@code Date} of its answers, which counts whole seconds. Thread-safe.
 *
 * <p>The largest lag ever seen is kept: asking for what changed since a moment that is too early costs a page, and since one that is too
 * late misses a record. So a clock of ours that is put right, or set back, in the middle of a run does no harm.
 */
final class ServerClock {
    private final Clock ours;
    private final AtomicLong behindMillis = new AtomicLong();

    ServerClock(Clock ours) {
        this.ours = ours;
    }

    /** Learns from the headers of an answer that has just come. Without a readable {@code Date} nothing is learned. */
    void told(Map<String, Object> headers) {
        Object date = headers.get("Date");
        if (date == null) {
            return;
        }
        try {
            Instant theirs = ZonedDateTime.parse(date.toString(), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            behindMillis.accumulateAndGet(
                    Duration.between(theirs, ours.instant()).toMillis(), Math::max);
        } catch (DateTimeException e) {
            // Some proxies write dates of their own; the clocks are then taken to agree, as without the header.
            return;
        }
    }

    /** The moment the target's clock surely had not passed when ours showed this one; never later than it. */
    Instant toServer(Instant atOurs) {
        return atOurs.minusMillis(behindMillis.get());
    }
}
