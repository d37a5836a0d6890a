package io.dragoman.app;

import io.dragoman.model.Problem;
import io.dragoman.model.RunProblem;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A table for spreadsheets, as CSV in UTF-8 with a byte order mark, written row by row. What a spreadsheet would take for
 * a formula gets an apostrophe before it, and is text. Not for several threads.
 */
final class SheetFile implements AutoCloseable {
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final String BEGINS_A_FORMULA = "=+-@\t\r";

    private final Path path;
    private final BufferedWriter out;

    private SheetFile(Path path, BufferedWriter out) {
        this.path = path;
        this.out = out;
    }

    /** @throws RunProblem {@code report-not-writable} here and in all that follows */
    static SheetFile create(Path path, List<String> columns) {
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            SheetFile sheet = new SheetFile(path, Files.newBufferedWriter(path));
            sheet.out.append(BYTE_ORDER_MARK);
            sheet.row(columns);
            return sheet;
        } catch (IOException e) {
            throw notWritable(path, e);
        }
    }

    void row(List<String> cells) {
        try {
            out.append(cells.stream().map(SheetFile::cell).collect(Collectors.joining(",")))
                    .append("\r\n");
        } catch (IOException e) {
            throw notWritable(path, e);
        }
    }

    /** A cell as it stands in the file: always quoted where it is not plain. */
    static String cell(String text) {
        String plain = PlainText.of(text);
        String safe = isFormula(text) || isFormula(plain.stripLeading()) ? "'" + plain : plain;
        return safe.chars().allMatch(SheetFile::isPlain) ? safe : "\"" + safe.replace("\"", "\"\"") + "\"";
    }

    /** A number with a sign computes nothing and stays a number. */
    private static boolean isFormula(String text) {
        return !text.isEmpty()
                && BEGINS_A_FORMULA.indexOf(text.charAt(0)) >= 0
                && !text.matches("[+-][0-9]+(\\.[0-9]+)?");
    }

    private static boolean isPlain(int c) {
        return c != ',' && c != ';' && c != '"' && c != '\'' && c != '\uFFFD';
    }

    private static RunProblem notWritable(Path path, IOException e) {
        return new RunProblem(
                RunProblem.Ending.FAILED,
                new Problem(
                        "report-not-writable",
                        path.toString(),
                        "the report cannot be kept there. Free the disk or mend the rights."),
                e);
    }

    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException e) {
            throw notWritable(path, e);
        }
    }
}
