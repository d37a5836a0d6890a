package io.dragoman.ledger;

import java.util.Locale;

/** The verb a run carries out. */
public enum RunMode {
    PLAN,
    PREPARE,
    OWNERS,
    SAMPLE,
    RUN,
    DELTA,
    REPLAY,
    RECONCILE,
    REASSIGN,
    ROLLBACK;

    /** The word used in the ledger and in reports: lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static RunMode of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
