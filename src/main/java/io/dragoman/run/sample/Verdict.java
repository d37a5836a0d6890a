package io.dragoman.run.sample;

import java.util.Locale;

/** How a field came back. */
public enum Verdict {
    EQUAL,
    /** With another value. */
    OTHERWISE,
    /** Not at all, though it was written. */
    MISSING,
    /** Though nothing was written there. */
    NOT_EXPECTED,
    /** As the account had it before us, because the mapping leaves it so; counts neither for nor against. */
    LEFT;

    /** The word used in reports: lower case, with blanks. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Whether it says anything about how well the mapping travels. */
    public boolean counts() {
        return this != LEFT;
    }
}
