package io.dragoman.ledger;

import java.util.Locale;

/** Where an order is. */
public enum OrderState {
    /** Others of its migration are before it. */
    WAITING,
    RUNNING,
    /** A person paused it; it goes on when somebody says so. */
    PAUSED,
    /** A person stopped it. */
    STOPPED,
    DONE,
    /** Done, with records set aside, differences found, or work left for another day. */
    LEFT_OVER,
    /** A rule or the account forbade it. */
    REFUSED,
    FAILED;

    /** The word used in the ledger and told to others. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether a service that is started again takes it up by itself. */
    public boolean goesOn() {
        return this == WAITING || this == RUNNING;
    }

    /** Whether nothing more comes of it. */
    public boolean isOver() {
        return !goesOn() && this != PAUSED;
    }

    static OrderState of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
