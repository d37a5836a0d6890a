package io.dragoman.sandbox.cliniko;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.function.LongSupplier;

/** Counts what was let in within a rolling window. Safe for several threads. */
final class Rate {
    private final int limit;
    private final long window;
    private final LongSupplier nanos;
    private final ArrayDeque<Long> letIn = new ArrayDeque<>();
    private int most;
    private long refused;

    Rate(int limit, Duration window, LongSupplier nanos) {
        this.limit = limit;
        this.window = window.toNanos();
        this.nanos = nanos;
    }

    /** Nanoseconds until there is room again; 0 when the request is let in. */
    synchronized long arrive() {
        long now = nanos.getAsLong();
        while (!letIn.isEmpty() && now - letIn.getFirst() >= window) {
            letIn.removeFirst();
        }
        if (limit > 0 && letIn.size() >= limit) {
            refused++;
            return window - (now - letIn.getFirst());
        }
        letIn.addLast(now);
        most = Math.max(most, letIn.size());
        return 0;
    }

    synchronized int most() {
        return most;
    }

    synchronized long refused() {
        return refused;
    }
}
