package io.dragoman.mapping.transforms;

import io.dragoman.mapping.Argument;
import io.dragoman.mapping.Description;
import io.dragoman.mapping.PlainText;
import io.dragoman.mapping.Surroundings;
import io.dragoman.mapping.Transform;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gives the date or the time in UTC of what a practice wrote in its own zone; a day without time stays that day. */
final class Utc implements Transform {
    private final boolean date;

    private Utc(boolean date) {
        this.date = date;
    }

    static Transform date() {
        return new Utc(true);
    }

    static Transform time() {
        return new Utc(false);
    }

    @Override
    public Description description() {
        Description description = date
                ? Description.of(
                                "utc-date",
                                "Gives the date in UTC of a local date and time; a date without time is that date as it is.")
                        .sample(List.of("2025-07-21", "20:00"), LocalDate.of(2025, 7, 22))
                        .sample(Arrays.asList("2025-07-21", null), LocalDate.of(2025, 7, 21))
                        .problem(null, List.of("2025-02-30", "20:00"), "impossible-date")
                : Description.of(
                                "utc-time",
                                "Gives the time in UTC of a local date and time; nothing when there is only a date.")
                        .sample(List.of("2025-07-21", "20:00"), LocalTime.of(1, 0))
                        .sample(Arrays.asList("2025-07-21", null), null)
                        .sample(Instant.parse("2025-07-21T14:10:00Z"), LocalTime.of(14, 10));
        return description
                .withArgument("zone such as America/Chicago (the migration's); formats (ISO 8601); if-invalid")
                .withKeys("zone", "formats", Each.IF_INVALID);
    }

    @Override
    public Prepared prepare(Argument argument, Surroundings surroundings) {
        ZoneId zone = Moment.zone(argument, surroundings.zone());
        Formats formats = Moment.formats(argument);
        Each.One one = Each.orElse(argument, (value, notes) -> part(value, formats, zone));
        return (value, notes) -> value == null || PlainText.nothing(value) ? null : one.apply(value, notes);
    }

    private @Nullable Object part(Object value, Formats formats, ZoneId zone) {
        if (value instanceof Instant instant) {
            return part(instant);
        }
        Moment moment = Moment.read(value, formats);
        if (moment == null || moment.time() == null) {
            return moment == null || !date ? null : moment.date();
        }
        return part(moment.at(moment.time(), zone));
    }

    private Object part(Instant instant) {
        return date ? instant.atZone(ZoneOffset.UTC).toLocalDate() : LocalTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
