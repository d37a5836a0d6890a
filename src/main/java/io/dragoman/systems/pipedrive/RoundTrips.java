package io.dragoman.systems.pipedrive;

/**
 * How long a round trip to the target takes at the least, judged by the latest of them, in nanoseconds. Zero until enough are known, which
 * is the careful answer. Not thread-safe.
 */
final class RoundTrips {
    private static final int KEPT = 256;
    private static final int ENOUGH = 20;

    /** The next one may be a little faster than the fastest so far, and the more so the more they differ. */
    private static final double SHARE = 0.9;

    private static final double SHARE_OF_SPREAD = 0.25;

    private final long[] latest = new long[KEPT];
    private int known;
    private int next;

    void took(long nanos) {
        latest[next] = nanos;
        next = (next + 1) % KEPT;
        known = Math.min(KEPT, known + 1);
    }

    long atLeast() {
        if (known < ENOUGH) {
            return 0;
        }
        long fastest = Long.MAX_VALUE;
        long slowest = 0;
        for (int i = 0; i < known; i++) {
            fastest = Math.min(fastest, latest[i]);
            slowest = Math.max(slowest, latest[i]);
        }
        return Math.max(0, (long) (fastest * SHARE - (slowest - fastest) * SHARE_OF_SPREAD));
    }
}
