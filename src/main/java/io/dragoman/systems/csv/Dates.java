package io.dragoman.systems.csv;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Rewrites dates and times of an export as ISO 8601. What fits no format stays as it is, for the check of its column to find. */
final class Dates {
    private final List<DateTimeFormatter> dates;
    private final List<DateTimeFormatter> times;

    /** @throws IllegalArgumentException when a format is none */
    Dates(Headers.Formats formats) {
        this.dates = formats.dates().stream().map(Dates::formatter).toList();
        this.times = formats.times().stream().map(Dates::formatter).toList();
    }

    private static DateTimeFormatter formatter(String pattern) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern.replace('y', 'u'))
                .toFormatter(Locale.US)
                .withChronology(IsoChronology.INSTANCE)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    /** @param type of the column */
    String iso(String text, String type) {
        String plain = text.strip();
        return switch (type) {
            case "date" -> orAsItIs(date(plain), text);
            case "time" -> orAsItIs(time(plain), text);
            case "datetime" -> orAsItIs(moment(plain), text);
            default -> text;
        };
    }

    private static String orAsItIs(@Nullable String iso, String text) {
        return iso == null ? text : iso;
    }

    private @Nullable String moment(String text) {
        int blank = text.indexOf(' ');
        if (blank < 0) {
            return date(text);
        }
        String day = text.substring(0, blank);
        String date = orAsItIs(date(day), day);
        String time = time(text.substring(blank + 1).strip());
        return time == null ? null : date + "T" + time;
    }

    private @Nullable String date(String text) {
        return read(text, dates, (format, date) -> LocalDate.parse(date, format).toString());
    }

    private @Nullable String time(String text) {
        return read(text, times, (format, time) -> LocalTime.parse(time, format).toString());
    }

    private static @Nullable String read(
            String text, List<DateTimeFormatter> formats, BiFunction<DateTimeFormatter, String, String> reading) {
        for (DateTimeFormatter format : formats) {
            try {
                return reading.apply(format, text);
            } catch (DateTimeException another) {
                // The next format may fit.
            }
        }
        return null;
    }
}
