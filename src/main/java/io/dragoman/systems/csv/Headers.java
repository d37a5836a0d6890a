package io.dragoman.systems.csv;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * How the files of an export are called and headed where that is not as the layout has it. Immutable. Names of columns are compared
 * without regard to case, blanks, hyphens and underscores.
 *
 * @param files by source object; objects whose files are as the layout has them are absent
 * @param formats how dates and times are written
 * @param keys makes a key of texts that shows nothing of them
 * @param digest of what all of this was read from; empty when an export is as the layout has it
 */
public record Headers(Map<String, FileHeaders> files, Formats formats, UnaryOperator<String> keys, String digest) {
    /** An export that is as the layout has it. */
    public static final Headers NONE = new Headers(Map.of(), new Formats(List.of(), List.of()), text -> text, "");

    static final FileHeaders AS_IT_IS = new FileHeaders(List.of(), Map.of(), List.of());
    private static final Pattern BETWEEN = Pattern.compile("[\\s_-]+");

    /**
     * One file.
     *
     * @param names it may have; empty when it has that of the layout
     * @param columns where columns of the layout come from; those that are absent come from the column of their own name
     * @param key columns of the layout that make the key of a row where the file has none; may be empty
     */
    public record FileHeaders(List<String> names, Map<String, Taken> columns, List<String> key) {}

    /**
     * One column of the layout.
     *
     * @param from columns of the file, joined where they are several, each with the names it may have
     * @param values what texts of the file mean, by the text in lower case; others are taken as they are
     */
    public record Taken(List<List<String>> from, Map<String, String> values) {}

    /**
     * How dates and times are written beside ISO 8601, as patterns such as {@code MM/dd/yyyy} and {@code h:mm a}; tried in turn. A date
     * with time has a blank between.
     */
    public record Formats(List<String> dates, List<String> times) {}

    /** The same with another way to make keys. */
    public Headers withKeys(UnaryOperator<String> others) {
        return new Headers(files, formats, others, digest);
    }

    FileHeaders of(String object) {
        return files.getOrDefault(object, AS_IT_IS);
    }

    /** The form in which names of columns are compared. */
    static String plain(String column) {
        return BETWEEN.matcher(column.strip()).replaceAll("").toLowerCase(Locale.ROOT);
    }
}
