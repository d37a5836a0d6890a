package io.dragoman.staging;

import io.dragoman.model.SourceLayout.Column;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a column's type asks of its cells. Stateless, safe for use by several threads. */
final class CellRule {
    private static final Pattern WHOLE = Pattern.compile("-?\\d{1,18}");
    private static final Pattern DECIMAL = Pattern.compile("-?(\\d{1,16}(\\.\\d{0,8})?|\\.\\d{1,8})");
    private static final Pattern TIME = Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d(:[0-5]\\d(\\.\\d{1,9})?)?");
    private static final Pattern ZONED_TIME =
            Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d(:[0-5]\\d(\\.\\d{1,9})?)?(Z|[+-]\\d\\d:?\\d\\d)?");

    private final String type;
    private final Set<String> codes;
    private final Set<String> emptyDates;

    CellRule(Column column, Set<String> emptyDates) {
        this.type = column.type();
        this.codes = new HashSet<>(column.codes());
        this.emptyDates = emptyDates;
    }

    /** Whether cells of this type can be wrong at all. */
    boolean asks() {
        return switch (type) {
            case "date", "datetime", "time", "int", "dec", "bool" -> true;
            case "code" -> !codes.isEmpty();
            default -> false;
        };
    }

    /** Whether the text is the source's way to write no date. */
    boolean standsForNothing(String text) {
        return (type.equals("date") || type.equals("datetime"))
                && text.length() >= 10
                && emptyDates.contains(text.substring(0, 10));
    }

    /** The text as it is kept: a spreadsheet writes TRUE for true. */
    String tidy(String text) {
        return type.equals("bool") ? text.toLowerCase(Locale.ROOT) : text;
    }

    /** Code of what is wrong with a text; null when it is sound. */
    @Nullable
    String fault(String text) {
        return switch (type) {
            case "date" -> dateFault(text);
            case "datetime" -> dateTimeFault(text);
            case "time" -> TIME.matcher(text).matches() ? null : "not-a-time";
            case "int" -> WHOLE.matcher(text).matches() ? null : "not-a-number";
            case "dec" -> DECIMAL.matcher(text).matches() ? null : "not-a-number";
            case "bool" -> text.equals("true") || text.equals("false") ? null : "not-true-or-false";
            case "code" -> codes.isEmpty() || codes.contains(text) ? null : "unknown-code";
            default -> null;
        };
    }

    private static @Nullable String dateFault(String text) {
        if (!looksLikeDate(text)) {
            return "not-a-date";
        }
        return isDate(text) ? null : "impossible-date";
    }

    private static @Nullable String dateTimeFault(String text) {
        if (text.length() < 16 || "T ".indexOf(text.charAt(10)) < 0) {
            return dateFault(text);
        }
        String fault = dateFault(text.substring(0, 10));
        if (fault != null) {
            return fault;
        }
        return ZONED_TIME.matcher(text).region(11, text.length()).matches() ? null : "not-a-date";
    }

    private static boolean looksLikeDate(String text) {
        if (text.length() != 10 || text.charAt(4) != '-' || text.charAt(7) != '-') {
            return false;
        }
        for (int i = 0; i < 10; i++) {
            if (i != 4 && i != 7 && (text.charAt(i) < '0' || text.charAt(i) > '9')) {
                return false;
            }
        }
        return true;
    }

    /** Whether the text is a day of the calendar, written {@code YYYY-MM-DD}. */
    static boolean isDate(String text) {
        return looksLikeDate(text) && day(text) != null;
    }

    /** The day a text writes; null when it is none. */
    static @Nullable LocalDate day(String text) {
        if (!looksLikeDate(text)) {
            return null;
        }
        int year = Integer.parseInt(text.substring(0, 4));
        int month = Integer.parseInt(text.substring(5, 7));
        int day = Integer.parseInt(text.substring(8, 10));
        if (year > 0 && month >= 1 && month <= 12 && day >= 1 && day <= 28) {
            return LocalDate.of(year, month, day);
        }
        try {
            return year == 0 ? null : LocalDate.of(year, month, day);
        } catch (DateTimeException notInTheCalendar) {
            return null;
        }
    }
}
