package io.dragoman.systems.pipedrive;

import java.util.ArrayDeque;

/**
 * The requests that may stand in the target's rolling window now, counted so that the target never counts more. Times are those of a clock
 * that only goes forward, in nanoseconds. Not thread-safe.
 *
 * <p>The target stamps a request at a moment we do not see, between leaving and answer. A request that is under way therefore counts, and
 * one that was answered counts until the latest moment it can have been stamped at is a window ago for whatever leaves now. Of that
 * moment we know the answer's, and that leaving and coming back take a round trip together, never less than {@link RoundTrips#atLeast()}.
 */
final class Window {
    static final long SPAN = 2_000_000_000L;

    /** Requests leave a little closer than on average, so that a worker that wakes up late costs nothing. */
    private static final double CLOSER = 0.9;

    /** So much lateness is caught up at once; the count is the guard, not the spacing. */
    private static final long CATCH_UP = 25_000_000L;

    private static final long LONG_WHILE = 60_000_000_000L;

    private final int limit;
    private final RoundTrips trips;
    private final ArrayDeque<Long> answered = new ArrayDeque<>();
    private final long gap;
    private int underWay;
    private long taken;
    private long due;
    private int others;
    private long othersUntil;
    private long mistrustUntil;
    private int mistrust;

    /**
     * A request's place in the window.
     *
     * @param number in the order of leaving
     * @param at when it left
     * @param among how many of ours, itself included, the target can have counted if none left later
     */
    record Turn(long number, long at, int among) {}

    /** @param limit requests in any two seconds; at least one */
    Window(int limit, RoundTrips trips, long now) {
        this.limit = limit;
        this.trips = trips;
        this.gap = (long) (SPAN * CLOSER / limit);
        this.due = now;
        this.othersUntil = now;
        this.mistrustUntil = now;
    }

    /** Nanoseconds until it is worth asking again; not positive when a request may leave now. An answer may change it. */
    long rest(long now) {
        forget(now);
        int over = underWay + answered.size() + held(now) - limit + 1;
        if (over <= 0) {
            return due - now;
        }
        if (over > answered.size()) {
            return SPAN;
        }
        long frees = answered.stream().skip(over - 1L).findFirst().orElseThrow() - trips.atLeast() + SPAN;
        return Math.max(due - now, frees - now);
    }

    /** Lets a request leave. Only when there is no rest. */
    Turn take(long now) {
        due = Math.max(due + gap - now, -CATCH_UP) + now;
        underWay++;
        return new Turn(++taken, now, underWay + answered.size());
    }

    /** The answer is there, or there will be none. */
    void left(Turn turn, long now) {
        underWay--;
        answered.addLast(now);
    }

    /** How long a turn took that was answered. */
    void answeredAfter(Turn turn, long now) {
        trips.took(now - turn.at());
    }

    /**
     * Compares what the target counted with what we can have caused. The difference is somebody else's, and for one window that much room
     * is left to them.
     *
     * @param room places left when the target counted this request
     * @param allowed the limit the target told of; a smaller one than ours counts
     */
    void told(Turn turn, long allowed, long room, long now) {
        long counted = Math.min(allowed, limit) - room;
        long later = taken - turn.number();
        long shrunk = Math.max(0, limit - allowed);
        if (counted > turn.among() + later || shrunk > 0) {
            long theirs = Math.max(0, counted - turn.among()) + shrunk;
            others = (int) Math.min(limit - 1L, Math.max(othersUntil - now > 0 ? others : 0, theirs));
            othersUntil = now + SPAN;
        }
    }

    /** The target refused a request although we counted room: for a minute, a twentieth of the window stays empty. */
    void refused(long now) {
        mistrust = Math.min(limit / 2, (mistrustUntil - now > 0 ? mistrust : 0) + Math.max(1, limit / 20));
        mistrustUntil = now + LONG_WHILE;
    }

    private int held(long now) {
        int foreign = othersUntil - now > 0 ? others : 0;
        int doubted = mistrustUntil - now > 0 ? mistrust : 0;
        return Math.min(limit - 1, foreign + doubted);
    }

    private void forget(long now) {
        long stampedBefore = now - SPAN + trips.atLeast();
        while (!answered.isEmpty() && answered.getFirst() - stampedBefore <= 0) {
            answered.removeFirst();
        }
    }
}
