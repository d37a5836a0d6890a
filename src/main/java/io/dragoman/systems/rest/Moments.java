package io.dragoman.systems.rest;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes moments apart into the day and the time they are where the practice is. What is no moment stays as it is, for the staging to judge. */
final class Moments {
    private static final int DAY = 10;

    private Moments() {}

    /** A text that has no zone of its own is local. */
    static @Nullable String date(@Nullable String text, ZoneId zone) {
        if (text == null || text.length() <= DAY) {
            return text;
        }
        return local(text, zone).map(local -> local.toLocalDate().toString()).orElse(text.substring(0, DAY));
    }

    /** Hours and minutes; null for a mere day. */
    static @Nullable String time(@Nullable String text, ZoneId zone) {
        if (text == null || text.length() <= DAY) {
            return null;
        }
        String time =
                local(text, zone).map(local -> local.toLocalTime().toString()).orElse(text.substring(DAY + 1));
        return time.length() > 5 ? time.substring(0, 5) : time;
    }

    private static Optional<ZonedDateTime> local(String text, ZoneId zone) {
        try {
            return Optional.of(OffsetDateTime.parse(text.replace(' ', 'T')).atZoneSameInstant(zone));
        } catch (DateTimeException noZoneOfItsOwn) {
            return Optional.empty();
        }
    }
}
