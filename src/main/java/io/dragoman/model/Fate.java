package io.dragoman.model;

import java.util.Locale;

/** What became of a source record in one phase. Every record read has exactly one. */
public enum Fate {
    /** Written, or joined to a record that was; in a plan, would be created. */
    CREATED,
    /** Changed at the source since, and written; in a plan, would be updated. */
    UPDATED,
    /** The account had it already, and it was taken over; in a plan, would be. */
    MATCHED,
    /** The same as when it was last settled. */
    UNCHANGED,
    /** Joined to another record that is the same person or company. */
    JOINED,
    /** The policy keeps the whole record back. */
    WITHHELD,
    /** Left as a person made it in the target, and listed. */
    KEPT,
    /** Set aside, with a problem. */
    SET_ASIDE,
    /** A rule of the mapping leaves it behind. */
    LEFT_BEHIND;

    /** The word told to machines: lower case, with a hyphen. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
