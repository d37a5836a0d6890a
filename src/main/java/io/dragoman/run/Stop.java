package io.dragoman.run;

import org.jspecify.annotations.Nullable;

/**
 * Asks a run to end after the writes under way. Records not read yet wait for the next run. Raised once, by a signal or
 * by the first fault; safe for all threads.
 */
public final class Stop {
    private final @Nullable Stop wider;
    private volatile boolean asked;
    private volatile @Nullable Throwable cause;

    /** A stop of its own, as for the process. */
    public Stop() {
        this(null);
    }

    /** @param wider also ends this one, without being raised by it */
    public Stop(@Nullable Stop wider) {
        this.wider = wider;
    }

    /** Ends the run because someone asked for it. */
    public void ask() {
        asked = true;
    }

    /** Ends the run because of a fault; the first one is kept. */
    public synchronized void because(Throwable fault) {
        if (cause == null) {
            cause = fault;
        }
        asked = true;
    }

    public boolean asked() {
        return asked || (wider != null && wider.asked());
    }

    /** What went wrong; null when nothing did. */
    public @Nullable Throwable cause() {
        return cause;
    }
}
