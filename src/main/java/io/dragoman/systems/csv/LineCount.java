package io.dragoman.systems.csv;

/** Counts the physical lines of a row and remembers where the first of them ends. CR LF is one line break. */
final class LineCount {
    private long count;
    private long firstEnd;
    private boolean carriageReturn;

    void start() {
        count = 0;
        firstEnd = 0;
        carriageReturn = false;
    }

    /** @param after offset in the file of the byte that follows */
    void see(byte b, long after) {
        if (b == '\n' || b == '\r') {
            boolean second = b == '\n' && carriageReturn;
            count += second ? 0 : 1;
            if (firstEnd == 0 || (second && count == 1)) {
                firstEnd = after;
            }
        }
        carriageReturn = b == '\r';
    }

    /** Line breaks seen. */
    long count() {
        return count;
    }

    /** Offset after the first line break; 0 when there was none. */
    long firstEnd() {
        return firstEnd;
    }
}
