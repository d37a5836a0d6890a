package io.dragoman.app;

import java.util.List;

/** A table in plain text: columns as wide as their widest cell, numbers set right. */
final class TextTable {
    private static final int LONGEST = 120;

    private TextTable() {}

    /** @param whole rows, each as long as the columns; an empty column title is allowed; the page shows long cells in full */
    static String of(List<String> columns, List<List<String>> whole) {
        List<List<String>> rows = whole.stream()
                .map(row -> row.stream().map(TextTable::shortened).toList())
                .toList();
        int[] widths = new int[columns.size()];
        boolean[] numbers = new boolean[columns.size()];
        for (int i = 0; i < columns.size(); i++) {
            int column = i;
            widths[i] = Math.max(
                    columns.get(i).length(),
                    rows.stream()
                            .mapToInt(row -> row.get(column).length())
                            .max()
                            .orElse(0));
            numbers[i] = isNumeric(rows, i);
        }
        StringBuilder table = new StringBuilder();
        line(table, columns, widths, numbers);
        rows.forEach(row -> line(table, row, widths, numbers));
        return table.toString();
    }

    private static String shortened(String cell) {
        return cell.length() <= LONGEST ? cell : cell.substring(0, LONGEST - 1) + "…";
    }

    /** Whether a column holds nothing but numbers, and at least one. */
    static boolean isNumeric(List<List<String>> rows, int column) {
        return rows.stream().allMatch(row -> row.get(column).isEmpty() || number(row.get(column)))
                && rows.stream().anyMatch(row -> !row.get(column).isEmpty());
    }

    private static boolean number(String cell) {
        return cell.chars().allMatch(c -> (c >= '0' && c <= '9') || c == ',' || c == '.' || c == '%');
    }

    private static void line(StringBuilder table, List<String> cells, int[] widths, boolean[] numbers) {
        StringBuilder line = new StringBuilder(" ");
        for (int i = 0; i < cells.size(); i++) {
            String cell = cells.get(i);
            String blank = " ".repeat(widths[i] - cell.length());
            line.append(' ').append(numbers[i] ? blank + cell : cell + blank).append(' ');
        }
        table.append(line.toString().stripTrailing()).append('\n');
    }
}
