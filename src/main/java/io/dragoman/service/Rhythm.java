package io.dragoman.service;

import java.text.ParseException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;
import org.quartz.CronExpression;

/**
 * When a verb is due by itself: again and again after a time, or at the moments of a cron expression in a zone.
 *
 * @param every null for a cron expression
 * @param cron as Quartz has it, seconds first; null for a time
 * @param zone of the cron expression
 */
public record Rhythm(@Nullable Duration every, @Nullable String cron, ZoneId zone) {
    public static Rhythm every(Duration time) {
        return new Rhythm(time, null, ZoneId.of("UTC"));
    }

    /** @throws DateTimeException when it is no cron expression, or never comes */
    public static Rhythm cron(String expression, ZoneId zone) {
        Rhythm rhythm = new Rhythm(null, expression, zone);
        Instant first = rhythm.moments().getNextValidTimeAfter(new Date()) == null ? null : Instant.EPOCH;
        if (first == null) {
            throw new DateTimeException("it never comes");
        }
        return rhythm;
    }

    /** The first moment after this one. @param due when it was due the last time; a time is counted from there */
    public Instant next(Instant due, Instant after) {
        Duration time = every;
        if (time == null) {
            return moments().getNextValidTimeAfter(Date.from(after)).toInstant();
        }
        long missed = Math.max(0, Duration.between(due, after).dividedBy(time));
        return due.plus(time.multipliedBy(missed + 1));
    }

    /** The form in which it is compared and told. */
    public String text() {
        return every == null ? "cron " + cron + " " + zone : "every " + every;
    }

    private CronExpression moments() {
        try {
            CronExpression moments = new CronExpression(cron);
            moments.setTimeZone(TimeZone.getTimeZone(zone));
            return moments;
        } catch (ParseException e) {
            throw new DateTimeException("it is no cron expression", e);
        }
    }
}
