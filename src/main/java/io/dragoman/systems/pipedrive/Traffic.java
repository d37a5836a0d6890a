package io.dragoman.systems.pipedrive;

import java.time.Duration;

/** Who counts the requests of an account. Called by several threads at once, and must not throw. */
public interface Traffic {
    /** Counts nothing. */
    Traffic UNCOUNTED = (port, status, took) -> {};

    /**
     * A request is over.
     *
     * @param port which route sent it: {@code write find catalogue prepare owners read-back undo}
     * @param status of the answer; 0 when none came
     * @param took from leaving to answer
     */
    void answered(String port, int status, Duration took);
}
