package io.dragoman.staging;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows on their way into the file, with what is wrong in them. Filled by one thread, then handed to another. */
final class Batch {
    private static final int ROWS = 500;
    private static final int CHARACTERS = 1 << 19;

    /** A row as it is kept. */
    record Row(long number, long line, @Nullable String[] cells) {}

    /** A cell that its type forbids. */
    record BadCell(long row, long line, String column, String code, int length) {}

    /** A row that is not kept; the key is empty when it has none. */
    record BadRow(long number, long line, String key, String code) {}

    final List<Row> rows = new ArrayList<>(ROWS);
    final List<BadCell> badCells = new ArrayList<>();
    final List<BadRow> badRows = new ArrayList<>();
    private int characters;

    void add(Row row, int length) {
        rows.add(row);
        characters += length;
    }

    boolean isFull() {
        return rows.size() >= ROWS || characters >= CHARACTERS || badRows.size() + badCells.size() >= 10 * ROWS;
    }
}
