package io.dragoman.app;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When to ask again after the target said its day is spent, which may turn at an hour we do not know: one request at a time, each after a
 * longer pause than the one before. Not thread-safe.
 */
final class Knock {
    private static final Duration LEAST = Duration.ofSeconds(1);

    /** A knock whose answer got lost keeps the others waiting no longer than this. */
    private static final Duration UNHEARD = Duration.ofSeconds(10);

    private static final int DOUBLINGS = 4;

    private final Duration first;
    private @Nullable Instant notBefore;
    private @Nullable Instant since;
    private int times;

    /** @param day the length of one; the pauses grow from its 288th part, five minutes of 24 hours, to sixteen times that */
    Knock(Duration day) {
        Duration part = day.dividedBy(288);
        this.first = part.compareTo(LEAST) < 0 ? LEAST : part;
    }

    /** Shut: nothing may be sent before the moment this gives. While it is shut already, it stays so. */
    Instant shut(Instant now, Instant latest) {
        since = null;
        if (notBefore == null || !notBefore.isAfter(now)) {
            Instant next = now.plus(first.multipliedBy(1L << Math.min(DOUBLINGS, times++)));
            notBefore = latest.isAfter(now) && latest.isBefore(next) ? latest : next;
        }
        return notBefore;
    }

    /** Shut since before this process began. */
    void shutUntil(Instant until) {
        notBefore = until;
        times = 1;
    }

    void open() {
        notBefore = null;
        since = null;
        times = 0;
    }

    boolean isShut() {
        return notBefore != null;
    }

    /** The moment of the next knock when that is still to come; null when one may be sent or nothing is shut. */
    @Nullable
    Instant rest(Instant now) {
        return notBefore != null && notBefore.isAfter(now) ? notBefore : null;
    }

    /** Lets one request through. */
    void begin(Instant now) {
        since = now;
    }

    boolean underWay(Instant now) {
        return since != null && now.isBefore(since.plus(UNHEARD)) && !now.isBefore(since);
    }

    /** The day has turned by our count: a knock is due at once. */
    void due(Instant now) {
        if (notBefore != null && notBefore.isAfter(now)) {
            notBefore = now;
        }
    }
}
