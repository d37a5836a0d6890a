package io.dragoman.run.sample;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** What one record shows. For one thread. */
public final class Showing {
    private final BitSet traits = new BitSet();
    private final List<Extreme> extremes = new ArrayList<>();

    /** How far out on a scale a record is; the trait is shown by whoever is farthest. */
    record Extreme(int trait, double measure) {}

    void add(int trait) {
        traits.set(trait);
    }

    void add(int trait, double measure) {
        extremes.add(new Extreme(trait, measure));
    }

    BitSet traits() {
        return traits;
    }

    List<Extreme> extremes() {
        return extremes;
    }
}
