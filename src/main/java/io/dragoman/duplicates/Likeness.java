package io.dragoman.duplicates;

import java.util.List;

/**
 * Two rows that are probably one human.
 *
 * @param left key of the row that comes first
 * @param right key of the other
 * @param probability that they are one human, above 0 and below 1
 * @param household probability that they are two members of one household
 * @param evidence fact by fact, those that are silent left out
 */
public record Likeness(
        String left,
        long leftRow,
        String right,
        long rightRow,
        double probability,
        double household,
        List<Evidence> evidence) {}
