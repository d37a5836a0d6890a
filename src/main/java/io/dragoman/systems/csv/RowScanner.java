package io.dragoman.systems.csv;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a file into rows and tells which of them a CSV parser can take. It stands in front of the parser because that one
 * cannot go on after a broken row, and would read to the end of the file for a quote that is never closed. Here such a row
 * ends with its physical line, and the next line is a row again. Holds one row in memory, at most {@value #ROW_BYTES} bytes.
 */
final class RowScanner implements Closeable {
    static final int CELL_BYTES = 1 << 20;
    static final int ROW_BYTES = 4 << 20;
    private static final int STEP = 1 << 16;
    private static final int LINES_TRIED = 3;

    private final Content content;
    private final QuoteRule rule = new QuoteRule();
    private final LineCount lines = new LineCount();
    private InputStream in;
    private byte[] window = new byte[STEP];
    private int start;
    private int end;
    /** Offset in the file of the first byte of the window. */
    private long base;

    private int rowEnd;
    private long line = 1;
    private long nextLine = 1;
    private @Nullable String fault;
    private boolean afterCarriageReturn;

    RowScanner(Content content) throws IOException {
        this.content = content;
        this.in = content.open(0);
        fill();
        if (end >= 3 && window[0] == (byte) 0xef && window[1] == (byte) 0xbb && window[2] == (byte) 0xbf) {
            start = 3;
        }
        rowEnd = start;
    }

    /**
     * Goes to the next row that holds anything.
     *
     * @param cells a sound row has; 0 when any number is sound
     * @return false at the end of the file
     */
    boolean next(int cells) throws IOException {
        do {
            start = rowEnd;
            line = nextLine;
            if (!skipLineFeed()) {
                return false;
            }
            rule.start();
            lines.start();
            fault = null;
            scan(cells);
        } while (!rule.hasInk());
        return true;
    }

    private boolean skipLineFeed() throws IOException {
        if (start == end && !fill()) {
            return false;
        }
        if (afterCarriageReturn && window[start] == '\n') {
            afterCarriageReturn = false;
            start++;
            return start < end || fill();
        }
        afterCarriageReturn = false;
        return true;
    }

    private void scan(int cells) throws IOException {
        int at = start;
        QuoteRule.Sees sees = QuoteRule.Sees.MORE;
        while (!isOver(sees)) {
            if (at == end) {
                int length = at - start;
                if (length >= ROW_BYTES) {
                    scanOn(sees, cells);
                    return;
                }
                if (!fill()) {
                    at = end;
                    sees = sees == QuoteRule.Sees.MORE ? rule.end() : sees;
                    break;
                }
                at = start + length;
            }
            byte b = window[at++];
            lines.see(b, base + at);
            sees = sees == QuoteRule.Sees.MORE ? rule.see(b) : sees;
        }
        settle(sees, at, cells);
    }

    /** Walks to the end of a row too long to hold; its beginning stays in the window until its fate is known. */
    private void scanOn(QuoteRule.Sees before, int cells) throws IOException {
        byte[] beyond = new byte[STEP];
        long offset = base + end;
        int at = 0;
        int count = 0;
        QuoteRule.Sees sees = before;
        while (!isOver(sees) && count >= 0) {
            at = 0;
            count = in.read(beyond);
            while (at < count && !isOver(sees)) {
                byte b = beyond[at++];
                lines.see(b, ++offset);
                sees = sees == QuoteRule.Sees.MORE ? rule.see(b) : sees;
            }
        }
        sees = sees == QuoteRule.Sees.MORE ? rule.end() : sees;
        boolean swallowed = sees == QuoteRule.Sees.BROKEN || holdsRows(end, cells);
        fault = swallowed ? "broken-quote" : "cell-too-large";
        if (swallowed && lines.firstEnd() > 0 && lines.firstEnd() < offset) {
            goBack(lines.firstEnd());
            nextLine = line + 1;
        } else {
            goOn(beyond, at, Math.max(at, count), offset);
            nextLine = line + lines.count();
        }
    }

    /** A broken row is over with its physical line. */
    private boolean isOver(QuoteRule.Sees sees) {
        return sees == QuoteRule.Sees.ROW_END || (sees == QuoteRule.Sees.BROKEN && lines.firstEnd() > 0);
    }

    private void goBack(long offset) throws IOException {
        boolean inWindow = offset <= base + end;
        if (inWindow) {
            rowEnd = (int) (offset - base);
        } else {
            base = offset;
            start = 0;
            end = 0;
            rowEnd = 0;
        }
        in.close();
        in = content.open(base + end);
    }

    private void goOn(byte[] bytes, int from, int to, long offset) {
        System.arraycopy(bytes, from, window, 0, to - from);
        base = offset;
        start = 0;
        rowEnd = 0;
        end = to - from;
    }

    private void settle(QuoteRule.Sees sees, int at, int cells) throws IOException {
        fault = sees == QuoteRule.Sees.BROKEN ? "broken-quote" : fault(cells);
        boolean manyLines = lines.firstEnd() > 0 && lines.firstEnd() < base + at;
        if (fault != null && manyLines && (sees == QuoteRule.Sees.BROKEN || holdsRows(at, cells))) {
            fault = "broken-quote";
            rowEnd = (int) (lines.firstEnd() - base);
            nextLine = line + 1;
        } else {
            rowEnd = at;
            nextLine = line + lines.count();
        }
        afterCarriageReturn = rowEnd > 0 && rowEnd <= end && window[rowEnd - 1] == '\r';
    }

    private @Nullable String fault(int cells) {
        if (rule.hasNul()) {
            return "nul-byte";
        }
        if (rule.longestCell() > CELL_BYTES) {
            return "cell-too-large";
        }
        return cells > 0 && rule.cells() != cells ? "row-ragged" : null;
    }

    /** Whether lines inside a bad row are sound rows by themselves: then a stray quote swallowed them. */
    private boolean holdsRows(int until, int cells) {
        int from = (int) Math.min(until, Math.max(start, lines.firstEnd() - base));
        for (int tried = 0; tried < LINES_TRIED && from < until && lines.firstEnd() > 0; tried++) {
            QuoteRule alone = new QuoteRule();
            QuoteRule.Sees sees = QuoteRule.Sees.MORE;
            while (sees == QuoteRule.Sees.MORE && from < until) {
                sees = alone.see(window[from++]);
            }
            if (sees == QuoteRule.Sees.ROW_END && alone.hasInk() && alone.cells() == cells) {
                return true;
            }
            while (from < until && window[from - 1] != '\n') {
                from++;
            }
        }
        return false;
    }

    /** Reads on; what lies before {@code start} goes. Answers false at the end of the file. */
    private boolean fill() throws IOException {
        if (start > 0) {
            System.arraycopy(window, start, window, 0, end - start);
            base += start;
            end -= start;
            start = 0;
        }
        if (end == window.length) {
            window = Arrays.copyOf(window, Math.min(2 * window.length, ROW_BYTES + STEP));
        }
        int count = in.read(window, end, window.length - end);
        end += Math.max(0, count);
        return count > 0;
    }

    /** What is wrong with the row, as a code; null when it is sound. */
    @Nullable
    String fault() {
        return fault;
    }

    /** The line the row begins on, from 1. */
    long line() {
        return line;
    }

    /** The bytes read ahead, from the row on; good until the next row. */
    byte[] window() {
        return window;
    }

    int from() {
        return start;
    }

    int to() {
        return rowEnd;
    }

    int ahead() {
        return end;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
