package io.dragoman.sandbox;

import java.util.ArrayDeque;
import java.util.function.LongSupplier;

/** Shuts out a client that goes on knocking after it was told 429. */
final class Ban {
    private static final int PATIENCE = 20;
    private static final long WATCHED = 10_000_000_000L;
    private static final long SENTENCE = 60_000_000_000L;

    private final boolean on;
    private final LongSupplier nanos;
    private final ArrayDeque<Long> refusals = new ArrayDeque<>();
    private long until;
    private boolean banned;

    Ban(boolean on, LongSupplier nanos) {
        this.on = on;
        this.nanos = nanos;
    }

    synchronized boolean active() {
        banned = banned && until - nanos.getAsLong() > 0;
        return banned;
    }

    synchronized void refused429() {
        long now = nanos.getAsLong();
        while (!refusals.isEmpty() && now - refusals.getFirst() >= WATCHED) {
            refusals.removeFirst();
        }
        refusals.addLast(now);
        if (on && refusals.size() > PATIENCE) {
            banned = true;
            until = now + SENTENCE;
            refusals.clear();
        }
    }

    synchronized void reset() {
        refusals.clear();
        banned = false;
    }
}
