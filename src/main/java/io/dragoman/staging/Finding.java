package io.dragoman.staging;

import io.dragoman.model.Problem;
import java.util.List;

/**
 * Something about the export as a whole that a person should know; no record is set aside for it.
 *
 * @param problem code, file or object with column, and what to do
 * @param count rows concerned; 0 when it is not about rows
 * @param keys of the first rows concerned, at most {@value #KEYS}; never a value
 */
public record Finding(Severity severity, Problem problem, long count, List<String> keys) {
    /** How many keys are named; the rest is in the count. */
    public static final int KEYS = 1000;

    /** Whether a run may go on with it. */
    public enum Severity {
        NOTE,
        STOP
    }

    /** A note about no row in particular. */
    public static Finding note(String code, String place, String advice) {
        return new Finding(Severity.NOTE, new Problem(code, place, advice), 0, List.of());
    }
}
