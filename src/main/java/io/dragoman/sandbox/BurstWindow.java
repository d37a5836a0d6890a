package io.dragoman.sandbox;

import java.util.ArrayDeque;
import java.util.function.LongSupplier;

/** Counts arrivals in a rolling window of two seconds and refuses those over the limit. Refused arrivals count too. */
final class BurstWindow {
    private static final long SPAN = 2_000_000_000L;

    private final int limit;
    private final LongSupplier nanos;
    private final ArrayDeque<Long> arrivals = new ArrayDeque<>();
    private int most;

    /** What one arrival met: the limit, 0 for none, whether it is over the limit, what is left, and when the window frees again. */
    record Sight(int limit, boolean refused, int remaining, long resetSeconds) {}

    BurstWindow(int limit, LongSupplier nanos) {
        this.limit = limit;
        this.nanos = nanos;
    }

    synchronized Sight arrive() {
        long now = nanos.getAsLong();
        while (!arrivals.isEmpty() && now - arrivals.getFirst() >= SPAN) {
            arrivals.removeFirst();
        }
        arrivals.addLast(now);
        most = Math.max(most, arrivals.size());
        long free = SPAN - (now - arrivals.getFirst());
        long seconds = Math.max(1, (free + 999_999_999L) / 1_000_000_000L);
        return new Sight(limit, limit > 0 && arrivals.size() > limit, Math.max(0, limit - arrivals.size()), seconds);
    }

    synchronized int most() {
        return most;
    }

    synchronized void reset() {
        arrivals.clear();
        most = 0;
    }
}
