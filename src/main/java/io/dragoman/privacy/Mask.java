package io.dragoman.privacy;

import io.dragoman.model.PhiClass;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a report may show of a value: the value itself where its class is {@code none}, else only its form. Letters
 * become {@code x} and {@code X}, digits {@code 9}; what separates them stays, and what is long is cut. Thread-safe.
 */
public final class Mask {
    /** Enough to tell a name from a sentence, too little to guess which sentence. */
    private static final int SHOWN = 24;

    private Mask() {}

    /**
     * The form of a value.
     *
     * @param value a list is shown with its members, a map with its parts; null and empty become empty
     */
    public static String of(@Nullable Object value, PhiClass phi) {
        if (value == null) {
            return "";
        }
        if (value instanceof Collection<?> many) {
            return many.stream().map(one -> of(one, phi)).collect(Collectors.joining(", "));
        }
        if (value instanceof Map<?, ?> parts) {
            return parts.values().stream().map(one -> of(one, phi)).collect(Collectors.joining(" "));
        }
        return phi == PhiClass.NONE ? value.toString() : form(value.toString());
    }

    private static String form(String text) {
        StringBuilder form = new StringBuilder();
        text.codePoints().limit(SHOWN).forEach(point -> form.append(form(point)));
        long length = text.codePointCount(0, text.length());
        return length > SHOWN ? form + "… (" + length + " characters)" : form.toString();
    }

    private static char form(int point) {
        if (Character.isDigit(point)) {
            return '9';
        }
        if (Character.isUpperCase(point)) {
            return 'X';
        }
        return Character.isLetter(point) ? 'x' : separator(point);
    }

    /** Signs that are neither plain separators nor letters could be told apart one by one, so they are not shown. */
    private static char separator(int point) {
        return " .,:;@+-/()\n".indexOf(point) >= 0 ? (char) point : '*';
    }
}
