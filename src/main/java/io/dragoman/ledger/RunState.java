package io.dragoman.ledger;

import java.util.Locale;

/** How far a run has come. */
public enum RunState {
    PLANNED,
    RUNNING,
    WAITING_FOR_BUDGET,
    BLOCKED,
    PAUSED,
    STOPPED,
    FAILED,
    DONE;

    /** The word used in the ledger and in reports, such as {@code waiting-for-budget}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether a run in this state goes on by itself or by a word; the others are over. */
    public boolean goesOn() {
        return this != STOPPED && this != FAILED && this != DONE;
    }

    static RunState of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
