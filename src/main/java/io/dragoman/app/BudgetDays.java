package io.dragoman.app;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * The days of an account's budget, one after the other from a known beginning. Pipedrive names no time zone for its midnight, so the
 * beginning is a guess until a day was seen to turn.
 *
 * @param beginning of the day that {@code first} names
 * @param first a name, which for a day shorter than 24 hours is not the one in the calendar
 */
record BudgetDays(Instant beginning, LocalDate first, Duration length) {
    private static final Duration WHOLE = Duration.ofHours(24);

    /** As many names as fit into the dates a database knows. */
    private static final long NAMES = 1_000_000;

    /** Days that begin at this time; shorter ones follow each other since 1970. */
    static BudgetDays of(LocalTime begins, ZoneId zone, Duration length, Instant now) {
        if (length.equals(WHOLE)) {
            ZonedDateTime day = now.atZone(zone).with(begins);
            ZonedDateTime begun = day.toInstant().isAfter(now) ? day.minusDays(1) : day;
            return new BudgetDays(begun.toInstant(), begun.toLocalDate(), WHOLE);
        }
        long index = Math.floorDiv(now.toEpochMilli(), length.toMillis());
        return new BudgetDays(
                Instant.ofEpochMilli(index * length.toMillis()),
                LocalDate.ofEpochDay(Math.floorMod(index, NAMES)),
                length);
    }

    /** The same days, but for one that was seen to begin at this moment. */
    BudgetDays turned(Instant moment) {
        return new BudgetDays(moment, on(moment).plusDays(1), length);
    }

    LocalDate on(Instant moment) {
        return first.plusDays(past(moment));
    }

    /** When the day of this moment is over. */
    Instant end(Instant moment) {
        return beginning.plus(length.multipliedBy(past(moment) + 1));
    }

    private long past(Instant moment) {
        return Math.floorDiv(Duration.between(beginning, moment).toMillis(), length.toMillis());
    }
}
