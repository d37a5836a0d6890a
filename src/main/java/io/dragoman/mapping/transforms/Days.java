package io.dragoman.mapping.transforms;

import io.dragoman.mapping.PlainText;
import io.dragoman.mapping.ValueProblem;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAccessor;
import org.jspecify.annotations.Nullable;

/** Makes dates and times of values. */
final class Days {
    private Days() {}

    /**
     * A date: one already, the local date of an instant, or a text in one of the formats.
     *
     * @throws ValueProblem {@code not-a-date} or {@code impossible-date}
     */
    static LocalDate date(Object value, Formats formats, ZoneId zone) {
        if (value instanceof LocalDate date) {
            return date;
        }
        if (value instanceof Instant instant) {
            return LocalDate.ofInstant(instant, zone);
        }
        String text = PlainText.of(value).strip();
        LocalDate plain = formats.plain() ? plainDate(text) : null;
        if (plain != null) {
            return plain;
        }
        TemporalAccessor read = formats.read(text);
        if (read != null) {
            return dateOf(read, value);
        }
        if (formats.shaped(text)) {
            throw new ValueProblem(
                    "impossible-date", value, "that names a day no calendar has. Mend it at the source.");
        }
        throw new ValueProblem("not-a-date", value, "that is no date in the formats listed.");
    }

    /**
     * A time of day: one already, the local time of an instant, or a text in one of the formats.
     *
     * @throws ValueProblem {@code not-a-time} or {@code impossible-time}
     */
    static LocalTime time(Object value, Formats formats, ZoneId zone) {
        if (value instanceof LocalTime time) {
            return time;
        }
        if (value instanceof Instant instant) {
            return LocalTime.ofInstant(instant, zone);
        }
        String text = PlainText.of(value).strip();
        LocalTime plain = formats.plain() ? plainTime(text) : null;
        if (plain != null) {
            return plain;
        }
        TemporalAccessor read = formats.read(text);
        if (read != null) {
            return timeOf(read, value);
        }
        if (formats.shaped(text)) {
            throw new ValueProblem("impossible-time", value, "that names a time no day has. Mend it at the source.");
        }
        throw new ValueProblem("not-a-time", value, "that is no time in the formats listed.");
    }

    private static LocalDate dateOf(TemporalAccessor read, Object value) {
        try {
            return LocalDate.from(read);
        } catch (DateTimeException e) {
            throw new ValueProblem("not-a-date", value, "that holds no whole date.");
        }
    }

    private static LocalTime timeOf(TemporalAccessor read, Object value) {
        try {
            return LocalTime.from(read);
        } catch (DateTimeException e) {
            throw new ValueProblem("not-a-time", value, "that holds no time of day.");
        }
    }

    /** The date of a text {@code 2025-07-21}, read by hand because nearly every date is one; null for anything else. */
    static @Nullable LocalDate plainDate(String text) {
        if (text.length() != 10 || text.charAt(4) != '-' || text.charAt(7) != '-') {
            return null;
        }
        int year = digits(text, 0, 4);
        int month = digits(text, 5, 7);
        int day = digits(text, 8, 10);
        boolean exists = year >= 0 && month >= 1 && month <= 12 && day >= 1 && day <= 28;
        return exists ? LocalDate.of(year, month, day) : null;
    }

    /** The time of a text {@code 09:10} or {@code 09:10:30}; null for anything else. */
    static @Nullable LocalTime plainTime(String text) {
        boolean seconds = text.length() == 8 && text.charAt(5) == ':';
        if ((text.length() != 5 && !seconds) || text.charAt(2) != ':') {
            return null;
        }
        int hour = digits(text, 0, 2);
        int minute = digits(text, 3, 5);
        int second = seconds ? digits(text, 6, 8) : 0;
        boolean exists = hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second < 60;
        return exists ? LocalTime.of(hour, minute, second) : null;
    }

    private static int digits(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            number = number * 10 + c - '0';
        }
        return number;
    }
}
