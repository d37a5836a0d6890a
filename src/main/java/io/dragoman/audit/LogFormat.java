package io.dragoman.audit;

import java.util.Locale;
import java.util.Map;

/**
 * A form of the file: one line for each entry. A line is its content and, where the content ends, the check: 64 hexadecimal digits
 * over the check of the line before and the content's bytes. The first check comes after that of the header.
 */
public enum LogFormat {
    /** JSON objects, one on each line. */
    JSONL(new JsonForm()),
    /** A table that a spreadsheet opens without taking a cell for a formula. */
    CSV(new CsvForm());

    private final Form form;

    LogFormat(Form form) {
        this.form = form;
    }

    /** How lines are written and read. Immutable. */
    interface Form {
        /** The line above all others; empty for none. */
        String header();

        /** What a line says up to its check, which stands in the last column. */
        String content(Map<String, String> columns);

        /** What follows the check. */
        String ending();

        /**
         * The columns of a line.
         *
         * @param line with check and ending
         * @throws IllegalArgumentException when it is no line of this form
         */
        Map<String, String> columns(String line);
    }

    Form form() {
        return form;
    }

    /** The ending of file names: lower case, without the dot. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
