package io.dragoman.mapping.transforms;

import io.dragoman.mapping.Argument;
import io.dragoman.mapping.BadArgument;
import io.dragoman.mapping.PlainText;
import io.dragoman.mapping.ValueProblem;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A date, usually with a time, as a practice writes it.
 *
 * @param time null when only the day is known
 * @param offset null when the text tells none, so that the practice's zone decides
 */
record Moment(
        LocalDate date, @Nullable LocalTime time, @Nullable ZoneOffset offset) {
    private static final String ISO = "yyyy-MM-dd[['T'][ ]HH:mm[:ss[.SSSSSSSSS][.SSSSSS][.SSS]][XXX]]";

    /** The {@code formats} of an argument, else ISO 8601 with or without time and offset. */
    static Formats formats(Argument argument) {
        return Formats.of(argument, ISO);
    }

    /** The zone an argument names, else the given one. */
    static ZoneId zone(Argument argument, ZoneId otherwise) {
        String zone = argument.text("zone", "");
        try {
            return zone.isEmpty() ? otherwise : ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw new BadArgument("takes a time zone such as America/Chicago");
        }
    }

    /**
     * Reads a list of date and time, or one value that holds both; null when there is no date.
     *
     * @throws ValueProblem when what is there cannot be read
     */
    static @Nullable Moment read(Object value, Formats formats) {
        if (!(value instanceof List<?> parts)) {
            return ofOne(value, formats);
        }
        Object date = parts.isEmpty() ? null : parts.get(0);
        Object time = parts.size() < 2 ? null : parts.get(1);
        if (parts.size() > 2) {
            throw new ValueProblem("unexpected-value", value, "where a date and a time are wanted.");
        }
        if (date == null || PlainText.nothing(date)) {
            return null;
        }
        if (time == null || PlainText.nothing(time)) {
            return ofOne(date, formats);
        }
        Moment plain = formats.plain() ? plain(date, time) : null;
        return plain == null ? ofOne(PlainText.of(date) + " " + PlainText.of(time), formats) : plain;
    }

    private static @Nullable Moment plain(Object date, Object time) {
        LocalDate day = date instanceof LocalDate already ? already : Days.plainDate(PlainText.of(date));
        LocalTime clock = time instanceof LocalTime already ? already : Days.plainTime(PlainText.of(time));
        return day == null || clock == null ? null : new Moment(day, clock, null);
    }

    private static Moment ofOne(Object value, Formats formats) {
        if (value instanceof LocalDate date) {
            return new Moment(date, null, null);
        }
        String text = PlainText.of(value).strip();
        LocalDate plain = formats.plain() ? Days.plainDate(text) : null;
        if (plain != null) {
            return new Moment(plain, null, null);
        }
        TemporalAccessor read = formats.read(text);
        LocalDate date = read == null ? null : read.query(TemporalQueries.localDate());
        if (read == null || date == null) {
            boolean shaped = formats.shaped(text);
            throw shaped
                    ? new ValueProblem("impossible-date", value, "that names a day or time no calendar has.")
                    : new ValueProblem("not-a-date-time", value, "that is no date and time in the formats listed.");
        }
        return new Moment(date, read.query(TemporalQueries.localTime()), read.query(TemporalQueries.offset()));
    }

    /**
     * The instant at this date and the given time. A time that the clocks skipped becomes later by the length of the gap; of
     * a time that happened twice the first is meant.
     */
    Instant at(LocalTime clock, ZoneId zone) {
        return offset == null
                ? date.atTime(clock).atZone(zone).toInstant()
                : date.atTime(clock).toInstant(offset);
    }
}
