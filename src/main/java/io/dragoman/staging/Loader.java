package io.dragoman.staging;

import io.dragoman.model.SourceLayout.Column;
import io.dragoman.model.SourceLayout.SourceObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes the rows of one object: trims them, looks at each cell as its type asks, and passes them on in batches to the
 * thread that writes the file. For one thread. A row whose key is incomplete is set aside here.
 */
public final class Loader implements AutoCloseable {
    private final Writing writing;
    private final SourceObject object;
    private final List<Column> columns;
    private final CellRule[] rules;
    private final boolean[] asks;
    private final @Nullable String[] defaults;
    private final int[] keys;
    private final long[] emptied;
    private final Changes.Numbering numbering;
    private Batch batch = new Batch();
    private long rows;

    Loader(Writing writing, Layout layout, SourceObject object, List<Column> columns, Changes.Numbering numbering) {
        this.numbering = numbering;
        this.writing = writing;
        this.object = object;
        this.columns = columns;
        this.rules =
                columns.stream().map(c -> new CellRule(c, layout.emptyDates())).toArray(CellRule[]::new);
        this.asks = new boolean[rules.length];
        for (int i = 0; i < rules.length; i++) {
            asks[i] = rules[i].asks();
        }
        List<String> names = columns.stream().map(Column::name).toList();
        this.keys = object.key().stream().mapToInt(names::indexOf).toArray();
        this.emptied = new long[rules.length];
        this.defaults = columns.stream()
                .map(c -> layout.completion().defaults().get(new Layout.ColumnName(object.name(), c.name())))
                .toArray(String[]::new);
    }

    /**
     * Takes one row.
     *
     * @param cells as the source has them, one for each column this loader was opened with; null and blank mean nothing.
     *     The array becomes the loader's own
     * @param rowOfFile number in its file, from 1, rising
     * @param line it begins on
     */
    public void add(@Nullable String[] cells, long rowOfFile, long line) {
        long row = numbering.of(rowOfFile);
        int length = 0;
        int bad = batch.badCells.size();
        for (int i = 0; i < cells.length; i++) {
            String text = cells[i] == null ? "" : cells[i].strip();
            length += text.length();
            cells[i] = text.isEmpty() ? defaults[i] : asks[i] ? looked(i, text, row, line) : text;
        }
        rows++;
        String key = key(cells);
        if (key.isEmpty()) {
            batch.badCells.subList(bad, batch.badCells.size()).clear();
            batch.badRows.add(new Batch.BadRow(row, line, "", "key-missing"));
        } else {
            batch.add(new Batch.Row(row, line, cells), length);
        }
        passOn();
    }

    private @Nullable String looked(int i, String text, long row, long line) {
        if (rules[i].standsForNothing(text)) {
            emptied[i]++;
            return null;
        }
        String tidy = rules[i].tidy(text);
        String fault = rules[i].fault(tidy);
        if (fault != null) {
            batch.badCells.add(new Batch.BadCell(row, line, columns.get(i).name(), fault, text.length()));
        }
        return tidy;
    }

    private String key(@Nullable String[] cells) {
        if (keys.length == 1) {
            String only = cells[keys[0]];
            return only == null ? "" : only;
        }
        StringBuilder key = new StringBuilder();
        for (int part : keys) {
            String text = cells[part];
            if (text == null) {
                return "";
            }
            key.append(key.length() == 0 ? "" : "/").append(text);
        }
        return key.toString();
    }

    /** Notes a row that the channel could not read; it is counted, and set aside under this code. */
    public void unusable(long row, long line, String code) {
        rows++;
        batch.badRows.add(new Batch.BadRow(numbering.of(row), line, "", code));
        passOn();
    }

    private void passOn() {
        if (batch.isFull()) {
            writing.write(batch);
            batch = new Batch();
        }
    }

    /** Rows seen so far, the unusable ones among them. */
    public long rows() {
        return rows;
    }

    /** Waits until everything is in the file. */
    @Override
    public void close() {
        writing.write(batch);
        batch = new Batch();
        writing.close();
        numbering.supersede();
        for (int i = 0; i < emptied.length; i++) {
            if (emptied[i] > 0) {
                writing.emptied(object, columns.get(i).name(), emptied[i]);
            }
        }
    }
}
