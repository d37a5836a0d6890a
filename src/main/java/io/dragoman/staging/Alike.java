package io.dragoman.staging;

import java.sql.SQLException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sqlite.Function;

/**
 * What two texts have in common when a person would call them the same: lower case, without blanks and {@code ().-+/}, a
 * telephone number without the country code 1. The first argument has one letter for each further one, {@code p} for a
 * telephone number. Nothing when one of them is.
 */
final class Alike extends Function {
    @Override
    protected void xFunc() throws SQLException {
        String shape = value_text(0);
        StringBuilder all = new StringBuilder();
        for (int i = 1; i < args(); i++) {
            String plain = plain(value_text(i), shape.charAt(i - 1) == 'p');
            if (plain.isEmpty()) {
                result((String) null);
                return;
            }
            all.append(plain).append('\u0001');
        }
        result(all.toString());
    }

    static String plain(@Nullable String text, boolean phone) {
        if (text == null) {
            return "";
        }
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isWhitespace(c) && c != '\u00a0' && "().-+/".indexOf(c) < 0) {
                plain.append(c);
            }
        }
        if (phone && plain.length() == 11 && plain.charAt(0) == '1') {
            plain.deleteCharAt(0);
        }
        return plain.toString().toLowerCase(Locale.ROOT);
    }
}
