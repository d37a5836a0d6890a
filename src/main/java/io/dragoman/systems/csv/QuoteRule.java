package io.dragoman.systems.csv;

/**
 * Where a row of CSV ends, told byte by byte. A quote means something only where a cell begins with one. Works on bytes,
 * because a comma, a quote and a line break are never part of another character in UTF-8 or in Windows-1252.
 */
final class QuoteRule {
    /** What the rule says after a byte. */
    enum Sees {
        MORE,
        ROW_END,
        /** Text follows a closing quote. */
        BROKEN
    }

    private enum State {
        CELL_START,
        PLAIN,
        QUOTED,
        QUOTE_IN_QUOTED,
        AFTER_QUOTED
    }

    private State state = State.CELL_START;
    private long cellLength;
    private long longestCell;
    private int cells = 1;
    private boolean hasInk;
    private boolean hasNul;

    void start() {
        state = State.CELL_START;
        cellLength = 0;
        longestCell = 0;
        cells = 1;
        hasInk = false;
        hasNul = false;
    }

    Sees see(byte b) {
        hasInk |= b > ' ' || b < 0 || b == 0;
        hasNul |= b == 0;
        return switch (state) {
            case QUOTED -> quoted(b);
            case QUOTE_IN_QUOTED -> b == '"' ? more(State.QUOTED) : afterQuoted(b);
            case AFTER_QUOTED -> afterQuoted(b);
            case CELL_START -> b == '"' ? more(State.QUOTED) : plain(b);
            case PLAIN -> plain(b);
        };
    }

    private Sees quoted(byte b) {
        if (b == '"') {
            state = State.QUOTE_IN_QUOTED;
        } else {
            cellLength++;
        }
        return Sees.MORE;
    }

    private Sees plain(byte b) {
        if (b == ',' || b == '\n' || b == '\r') {
            return ends(b);
        }
        return more(State.PLAIN);
    }

    private Sees afterQuoted(byte b) {
        if (b == ',' || b == '\n' || b == '\r') {
            return ends(b);
        }
        state = State.AFTER_QUOTED;
        return b == ' ' || b == '\t' ? Sees.MORE : Sees.BROKEN;
    }

    private Sees more(State next) {
        state = next;
        cellLength++;
        return Sees.MORE;
    }

    private Sees ends(byte b) {
        endCell();
        if (b != ',') {
            return Sees.ROW_END;
        }
        cells++;
        state = State.CELL_START;
        return Sees.MORE;
    }

    private void endCell() {
        longestCell = Math.max(longestCell, cellLength);
        cellLength = 0;
    }

    /** The file ends here; a quote that is open then is never closed. */
    Sees end() {
        endCell();
        return state == State.QUOTED ? Sees.BROKEN : Sees.ROW_END;
    }

    /** Whether the row holds anything but blanks. */
    boolean hasInk() {
        return hasInk;
    }

    boolean hasNul() {
        return hasNul;
    }

    int cells() {
        return cells;
    }

    /** Bytes in the longest cell, quotes about it not counted. */
    long longestCell() {
        return Math.max(longestCell, cellLength);
    }
}
