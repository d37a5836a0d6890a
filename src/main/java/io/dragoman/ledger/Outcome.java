package io.dragoman.ledger;

import java.util.Locale;

/** What became of a write. */
public enum Outcome {
    /** Intended; no answer is known. */
    OPEN,
    /** Carried out; there is a receipt. */
    SETTLED,
    /** Surely not carried out. */
    NOT_SENT,
    /** The target refused it. */
    REFUSED;

    /** The word used in the ledger and in reports, such as {@code not-sent}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Outcome of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
