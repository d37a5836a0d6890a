package io.dragoman.systems.jdbc;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Keeps, of rows that pair somebody with every name of a list, those whose bit is set. SQL has no word for a bit that all
 * databases share, so a file says it in a comment: {@code -- keep bit NUMBER of MASK, MASK}. Bit 1 is the lowest of the first
 * mask; each mask has 32.
 *
 * @param number column with the number of the bit
 * @param masks columns of the masks, in order
 */
record BitRule(String number, List<String> masks) {
    private static final Pattern COMMENT =
            Pattern.compile("^--\\s*keep bit (\\w+) of (\\w+(?:\\s*,\\s*\\w+)*)\\s*$", Pattern.MULTILINE);

    /** The rule a text states; null when it states none. */
    static @Nullable BitRule in(String text) {
        Matcher comment = COMMENT.matcher(text);
        return comment.find()
                ? new BitRule(comment.group(1), List.of(comment.group(2).split("\\s*,\\s*")))
                : null;
    }

    /** Whether a column is there for this rule only. */
    boolean uses(String column) {
        return number.equalsIgnoreCase(column) || masks.stream().anyMatch(column::equalsIgnoreCase);
    }

    /**
     * Whether the bit is set.
     *
     * @param values of the masks, in order; a mask without a value is 0
     */
    static boolean isSet(long bit, long[] values) {
        int mask = (int) ((bit - 1) / Integer.SIZE);
        return bit >= 1 && mask < values.length && (values[mask] >> ((bit - 1) % Integer.SIZE) & 1) == 1;
    }
}
