package io.dragoman.systems.jdbc;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One SQL file of a system: the rows of one object of the layout.
 *
 * @param object the file's name without its ending
 * @param file with its folder, for messages
 * @param sql as the file has it, without the semicolon at its end
 * @param bits which rows stand for a bit that is set; null when each row stands for itself
 */
public record Query(
        String object, String file, String sql, @Nullable BitRule bits) {
    private static final Pattern SEMICOLON = Pattern.compile(";\\s*$");

    static Query of(String object, String file, String text) {
        return new Query(object, file, SEMICOLON.matcher(text).replaceAll(""), BitRule.in(text));
    }

    /** The first line on which a name stands by itself, from 1; 0 when on none. */
    int lineOf(String name) {
        Matcher found = Pattern.compile("(?<![\\w$])" + Pattern.quote(name) + "(?![\\w$])", Pattern.CASE_INSENSITIVE)
                .matcher(sql);
        return found.find() ? lineAt(found.start()) : 0;
    }

    /** The line of a character. */
    int lineAt(int character) {
        return (int) sql.substring(0, Math.min(character, sql.length()))
                        .chars()
                        .filter(c -> c == '\n')
                        .count()
                + 1;
    }
}
