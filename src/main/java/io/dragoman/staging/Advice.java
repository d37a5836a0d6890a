package io.dragoman.staging;

import java.util.Map;

/** What to do about each code of a row or cell, in plain words. */
final class Advice {
    private static final Map<String, String> TEXTS = Map.ofEntries(
            Map.entry("impossible-date", "is no day of the calendar. Correct it in the source, or empty it."),
            Map.entry("not-a-date", "is not written as YYYY-MM-DD. A spreadsheet may have rewritten it: export again."),
            Map.entry("not-a-time", "is not written as HH:MM. Correct it in the source, or empty it."),
            Map.entry(
                    "not-a-number",
                    "is not a plain number. Take out currency signs, brackets and thousands separators."),
            Map.entry("not-true-or-false", "is neither true nor false. Correct it, or empty it when unknown."),
            Map.entry(
                    "unknown-code",
                    "is a code the layout does not know. Translate it in the export, or list it among the known codes."),
            Map.entry(
                    "reference-circle", "leads from record to record and comes back. Break the circle in the source."),
            Map.entry("dangling-reference", "names what the source did not give. Export it too, or mend it."),
            Map.entry(
                    NameJoins.UNKNOWN,
                    "names a record that the export does not hold. Export that one too, or correct the name."),
            Map.entry(
                    NameJoins.AMBIGUOUS,
                    "names a record, and several have that name. Give its key, or tell the names apart."),
            Map.entry("key-missing", "A key column is empty, so the row cannot be known again. Give it its key."),
            Map.entry(
                    "duplicate-key",
                    "An earlier row has the same key, and that one counts. Remove one of them from the export."),
            Map.entry("row-ragged", "The row has more or fewer cells than the header. Mend or export it again."),
            Map.entry("nul-byte", "The row holds a NUL byte. Remove it, or export the row again."),
            Map.entry("cell-too-large", "A cell is over 1 MB, or the row over 4 MB. Shorten it, or move it to a file."),
            Map.entry("broken-quote", "A quote is not closed, or text follows a closing quote. Double quotes inside."),
            Map.entry("undecodable", "The row is not valid in the encoding of its file. Export the file as UTF-8."));

    private Advice() {}

    static String forRow(String code) {
        return TEXTS.getOrDefault(code, "The row cannot be used. Look at it in the export.");
    }

    static String forCell(String column, int length, String code) {
        String text = TEXTS.getOrDefault(code, "cannot be used. Look at it in the export.");
        return length > 0 ? column + " (" + length + " characters) " + text : column + " " + text;
    }
}
