package io.dragoman.app;

import java.util.List;

/**
 * How the page of a report draws a table: one bar for each row, named by the first column. The numbers are read from the
 * cells, so that picture and table cannot disagree.
 *
 * @param columns that are drawn, in this order; empty cells and those without a number count as nothing
 * @param rows how many are drawn, from the first; a row of sums at the end would make all others small
 */
record Chart(Kind kind, List<String> columns, int rows) {
    /** More than these are read in the table, not in a picture. */
    private static final int MOST = 40;

    /** What the length of a bar says. */
    enum Kind {
        /** Parts of a whole: every bar is as long as its row's sum is beside the greatest sum. */
        STACKED,
        /** Amounts side by side, each in a bar of its own. */
        BARS,
        /** Per cent of a hundred. */
        SHARE
    }

    Chart {
        columns = columns.stream().map(PlainText::of).toList();
    }

    static Chart stacked(List<String> columns) {
        return new Chart(Kind.STACKED, columns, MOST);
    }

    static Chart bars(String... columns) {
        return new Chart(Kind.BARS, List.of(columns), MOST);
    }

    static Chart share(String column) {
        return new Chart(Kind.SHARE, List.of(column), MOST);
    }

    /** The same of the first rows only. */
    Chart first(int count) {
        return new Chart(kind, columns, Math.min(count, MOST));
    }
}
