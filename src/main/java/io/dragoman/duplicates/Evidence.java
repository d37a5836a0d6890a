package io.dragoman.duplicates;

import io.dragoman.model.HumanFact;

/**
 * What one fact says about two rows.
 *
 * @param weight in bits: how much likelier this is for one human than for the next best explanation; below 0 it speaks against
 * @param left form of the first row's value, never the value; empty when it tells none
 * @param right form of the second row's
 */
public record Evidence(HumanFact fact, Agreement agreement, double weight, String left, String right) {
    /** Such as {@code first-name: a slip of the keyboard apart (+3.2)}. */
    public String words() {
        return fact.word() + ": " + agreement.words() + String.format(java.util.Locale.ROOT, " (%+.1f)", weight);
    }
}
