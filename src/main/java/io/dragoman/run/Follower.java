package io.dragoman.run;

import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Who follows a verb under way: a service that shows it to others. Told by the verb's thread; what it is given may be asked from any
 * thread for as long as the verb goes on. Learns counts and names, and no value of a record.
 */
public interface Follower {
    /** For a verb that nobody follows. */
    Follower NOBODY = new Follower() {};

    /**
     * A step begins, and the one before ends.
     *
     * @param total how many records it has; 0 when nobody knows
     * @param done how many are done
     */
    default void step(String title, long total, LongSupplier done) {}

    /** All phases of a run are known, in their order. @param records of each mapping, as far as they can be counted before */
    default void phases(String run, Map<String, Long> records) {}

    /** A phase begins, or begins again after a wait. @param tally counts its records while they travel */
    default void phase(String run, String mapping, Tally tally) {}
}
