package io.dragoman.systems.csv;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a file into rows and tells which of them a CSV parser can take. It stands in front of the parser because that one
 * cannot go on after a broken row, and would read to the end of the file for a quote that is never closed. Here such a row
 * ends with its physical line, and the next line is a row again. Holds one row in memory, at most {@value #ROW_BYTES} bytes.
 */
final class RowScanner implements Closeable {
    static final int CELL_BYTES = 1 << 20;
    static final int ROW_BYTES = 4 << 20;
    private static final int LINES_TRIED = 3;

    private final Window window;
    private final QuoteRule rule = new QuoteRule();
    private final LineCount lines = new LineCount();
    private int start;
    private int end;
    private long line = 1;
    private long nextLine = 1;
    private @Nullable String fault;
    private boolean afterCarriageReturn;

    RowScanner(Content content) throws IOException {
        this.window = new Window(content, ROW_BYTES);
        boolean more = true;
        while (more && window.end() < 3) {
            more = window.fill(0);
        }
        if (window.end() >= 3
                && window.at(0) == (byte) 0xef
                && window.at(1) == (byte) 0xbb
                && window.at(2) == (byte) 0xbf) {
            end = 3;
        }
    }

    /**
     * Goes to the next row that holds anything.
     *
     * @param cells a sound row has; 0 when any number is sound
     * @return false at the end of the file
     */
    boolean next(int cells) throws IOException {
        do {
            start = end;
            line = nextLine;
            if (!skipLineFeed()) {
                return false;
            }
            rule.start();
            lines.start();
            scan(cells);
        } while (!rule.hasInk());
        return true;
    }

    /** The second half of CR LF belongs to the row before. Answers false at the end of the file. */
    private boolean skipLineFeed() throws IOException {
        boolean more = start < window.end() || fill();
        if (more && afterCarriageReturn && window.at(start) == '\n') {
            start++;
            more = start < window.end() || fill();
        }
        afterCarriageReturn = false;
        return more;
    }

    private boolean fill() throws IOException {
        boolean more = window.fill(start);
        start = 0;
        return more;
    }

    private void scan(int cells) throws IOException {
        int at = start;
        QuoteRule.Sees sees = QuoteRule.Sees.MORE;
        while (!isOver(sees)) {
            if (at == window.end()) {
                int length = at - start;
                if (length >= ROW_BYTES) {
                    scanOn(sees, cells);
                    return;
                }
                boolean more = fill();
                at = length;
                if (!more) {
                    sees = sees == QuoteRule.Sees.MORE ? rule.end() : sees;
                    break;
                }
            }
            byte b = window.at(at++);
            lines.see(b, window.offset(at));
            sees = sees == QuoteRule.Sees.MORE ? rule.see(b) : sees;
        }
        settle(sees, at, cells);
    }

    /** A broken row is over with its physical line. */
    private boolean isOver(QuoteRule.Sees sees) {
        return sees == QuoteRule.Sees.ROW_END || (sees == QuoteRule.Sees.BROKEN && lines.firstEnd() > 0);
    }

    private void settle(QuoteRule.Sees sees, int at, int cells) {
        boolean broken = sees == QuoteRule.Sees.BROKEN;
        boolean manyLines = lines.firstEnd() > 0 && lines.firstEnd() < window.offset(at);
        fault = broken ? "broken-quote" : fault(cells);
        if (fault != null && manyLines && (broken || holdsRows(at, cells))) {
            fault = "broken-quote";
            end = (int) window.index(lines.firstEnd());
            nextLine = line + 1;
        } else {
            end = at;
            nextLine = line + lines.count();
        }
        afterCarriageReturn = end > 0 && window.at(end - 1) == '\r';
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

    /** Walks to the end of a row too long to hold; its beginning stays in the window until its fate is known. */
    private void scanOn(QuoteRule.Sees before, int cells) throws IOException {
        byte[] beyond = Window.step();
        long offset = window.offset(window.end());
        int at = 0;
        int count = 0;
        QuoteRule.Sees sees = before;
        while (!isOver(sees) && count >= 0) {
            at = 0;
            count = window.readBeyond(beyond);
            while (at < count && !isOver(sees)) {
                byte b = beyond[at++];
                lines.see(b, ++offset);
                sees = sees == QuoteRule.Sees.MORE ? rule.see(b) : sees;
            }
        }
        sees = sees == QuoteRule.Sees.MORE ? rule.end() : sees;
        boolean swallowed = sees == QuoteRule.Sees.BROKEN || holdsRows(window.end(), cells);
        fault = swallowed ? "broken-quote" : "cell-too-large";
        if (swallowed && lines.firstEnd() > 0 && lines.firstEnd() < offset) {
            end = window.goBack(lines.firstEnd());
            nextLine = line + 1;
        } else {
            window.goOn(beyond, at, Math.max(at, count), offset);
            end = 0;
            nextLine = line + lines.count();
        }
        start = 0;
    }

    /** Whether lines inside a bad row are sound rows by themselves: then a stray quote swallowed them. */
    private boolean holdsRows(int until, int cells) {
        int from = (int) Math.min(until, Math.max(start, window.index(lines.firstEnd())));
        for (int tried = 0; tried < LINES_TRIED && from < until && lines.firstEnd() > 0; tried++) {
            QuoteRule alone = new QuoteRule();
            QuoteRule.Sees sees = QuoteRule.Sees.MORE;
            while (sees == QuoteRule.Sees.MORE && from < until) {
                sees = alone.see(window.at(from++));
            }
            if (sees == QuoteRule.Sees.ROW_END && alone.hasInk() && alone.cells() == cells) {
                return true;
            }
            while (from < until && window.at(from - 1) != '\n') {
                from++;
            }
        }
        return false;
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

    /** The bytes of the file that are in memory; the row is from {@link #from} to {@link #to}. Good until the next row. */
    byte[] bytes() {
        return window.bytes();
    }

    int from() {
        return start;
    }

    int to() {
        return end;
    }

    /** End of what is read of the file so far. */
    int ahead() {
        return window.end();
    }

    @Override
    public void close() throws IOException {
        window.close();
    }
}
