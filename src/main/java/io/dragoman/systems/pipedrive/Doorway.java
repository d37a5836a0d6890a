package io.dragoman.systems.pipedrive;

import java.time.Clock;

/**
 * Where every request to one account passes: the gate that a ban or a 429 closes, and the windows of two seconds. Whoever sends to the same
 * account from the same process shares one, or the account counts them together and nobody here does. Thread-safe.
 */
public final class Doorway {
    private final Gate gate;
    private final Burst burst;

    /**
     * Opens it, unless a ban is young.
     *
     * @param limit requests in any two seconds; 0 for no limit
     * @param ban as an earlier process met it
     * @param traffic counts what passes
     */
    public Doorway(int limit, Ban ban, Clock clock, Traffic traffic) {
        this.gate = new Gate(ban, clock);
        this.burst = new Burst(limit, gate, traffic);
    }

    Gate gate() {
        return gate;
    }

    Burst burst() {
        return burst;
    }
}
