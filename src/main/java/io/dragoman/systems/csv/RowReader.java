package io.dragoman.systems.csv;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.Queue;

/** The sound rows of a file as one text, for a CSV parser; every other row goes to the side, in its place. For one thread. */
final class RowReader extends Reader {
    /** Takes the rows that no parser shall see. */
    interface Unusable {
        void row(long number, long line, String code);
    }

    /** Where a row stands: its number, the header not counted, and the line it begins on. */
    record Spot(long number, long line) {}

    private final RowScanner scanner;
    private final Encoding encoding = new Encoding();
    private final int cells;
    private final Unusable unusable;
    private final Queue<Spot> spots = new ArrayDeque<>();
    private String text = "";
    private int at;
    private long number;

    /** @param scanner past the header */
    RowReader(RowScanner scanner, int cells, Unusable unusable) {
        this.scanner = scanner;
        this.cells = cells;
        this.unusable = unusable;
    }

    @Override
    public int read(char[] chars, int from, int length) throws IOException {
        if (at == text.length() && !nextRow()) {
            return -1;
        }
        int count = Math.min(length, text.length() - at);
        text.getChars(at, at + count, chars, from);
        at += count;
        return count;
    }

    private boolean nextRow() throws IOException {
        while (scanner.next(cells)) {
            number++;
            String fault = scanner.fault();
            String row = fault == null
                    ? encoding.text(scanner.bytes(), scanner.from(), scanner.to(), scanner.ahead())
                    : null;
            if (row != null) {
                spots.add(new Spot(number, scanner.line()));
                text = row.endsWith("\n") ? row : row + "\n";
                at = 0;
                return true;
            }
            unusable.row(number, scanner.line(), fault == null ? "undecodable" : fault);
        }
        return false;
    }

    /** Where the next row that the parser gives stands: rows come out of it as they went in. */
    Spot spot() {
        return spots.remove();
    }

    boolean isWindows() {
        return encoding.isWindows();
    }

    @Override
    public void close() throws IOException {
        scanner.close();
    }
}
