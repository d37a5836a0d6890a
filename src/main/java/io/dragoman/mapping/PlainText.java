package io.dragoman.mapping;

import io.dragoman.model.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values as text, and their shape where the value itself must not be told. */
public final class PlainText {
    private PlainText() {}

    /**
     * A single value as text: dates and times in ISO form, numbers without exponent, yes-no as {@code true} or {@code false},
     * money as {@code 12.50 USD}.
     *
     * @throws ValueProblem {@code unexpected-value} for a list or a gathered child
     */
    public static String of(Object value) {
        if (value instanceof String text) {
            return text;
        }
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        if (value instanceof Money money) {
            return money.amount().toPlainString() + " " + money.currency();
        }
        if (value instanceof Collection || value instanceof Map) {
            throw new ValueProblem(
                    "unexpected-value",
                    value,
                    "where one text is wanted. Use first, pick or one of the join transforms.");
        }
        return value.toString();
    }

    /** Whether a value counts as nothing: null, empty text, or a list that holds nothing else. */
    public static boolean nothing(@Nullable Object value) {
        if (value == null) {
            return true;
        }
        if (value instanceof String text) {
            return text.isEmpty();
        }
        if (value instanceof Collection<?> several) {
            for (Object one : several) {
                if (!nothing(one)) {
                    return false;
                }
            }
            return true;
        }
        return false;
    }

    /** The number a text is: an optional sign, digits, and an optional point with digits; null for any other text. */
    public static @Nullable BigDecimal decimal(String text) {
        int digits = 0;
        boolean point = false;
        for (int i = text.startsWith("-") || text.startsWith("+") ? 1 : 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digits++;
            } else if (c == '.' && !point && digits > 0 && i < text.length() - 1) {
                point = true;
            } else {
                return null;
            }
        }
        return digits > 0 && digits <= 40 ? new BigDecimal(text) : null;
    }

    /** What a value looks like without telling it, such as {@code a 3-letter text} or {@code a list of 2}. */
    public static String shape(Object value) {
        if (value instanceof String text) {
            return shapeOfText(text);
        }
        if (value instanceof Collection<?> several) {
            return "a list of " + several.size();
        }
        if (value instanceof Map) {
            return "a gathered child";
        }
        if (value instanceof LocalDate) {
            return "a date";
        }
        if (value instanceof LocalTime) {
            return "a time";
        }
        if (value instanceof Instant) {
            return "a moment in time";
        }
        if (value instanceof Money) {
            return "an amount of money";
        }
        return value instanceof Boolean ? "a yes or no" : "a number";
    }

    private static String shapeOfText(String text) {
        int length = text.codePointCount(0, text.length());
        if (text.codePoints().allMatch(Character::isLetter)) {
            return "a " + length + "-letter text";
        }
        if (text.codePoints().allMatch(Character::isDigit)) {
            return "a " + length + "-digit text";
        }
        return "a " + length + "-character text";
    }
}
