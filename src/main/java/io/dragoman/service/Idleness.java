package io.dragoman.service;

import java.time.Duration;

/**
 * Gives memory back after work. A collector that is only asked when the heap is full would let an idle service keep what a run once needed; with
 * the flags of the launcher a collection shrinks the heap. Used by one thread.
 */
final class Idleness {
    private static final Duration QUIET = Duration.ofSeconds(20);

    private boolean worked = true;
    private long quietSince = System.nanoTime();

    void look(boolean busy) {
        if (busy) {
            worked = true;
            quietSince = System.nanoTime();
        } else if (worked && System.nanoTime() - quietSince > QUIET.toNanos()) {
            worked = false;
            System.gc();
        }
    }
}
