package io.dragoman.mapping.transforms;

import io.dragoman.mapping.Argument;
import io.dragoman.mapping.BadArgument;
import io.dragoman.mapping.Description;
import io.dragoman.mapping.PlainText;
import io.dragoman.mapping.Surroundings;
import io.dragoman.mapping.Transform;
import io.dragoman.mapping.ValueProblem;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes an instant of a local date and time. A time the clocks skipped in spring becomes later by the length of the gap; of
 * a time that happened twice in autumn the first is meant.
 */
final class DateTime implements Transform {
    @Override
    public Description description() {
        return Description.of(
                        "date-time",
                        "Makes an instant of a date and a time, given as two fields or in one text, in the practice's zone; a"
                                + " time skipped by the clocks moves on by the gap, of a doubled time the first is meant."
                                + " A date without time is refused unless at gives the time.")
                .withArgument("zone such as America/Chicago (the migration's); at: time for dates without one;"
                        + " formats (ISO 8601); if-invalid")
                .withNothing("Nothing; a time without a date is nothing too.")
                .withKeys("zone", "at", "formats", Each.IF_INVALID)
                .sample(List.of("2025-07-21", "09:10"), Instant.parse("2025-07-21T14:10:00Z"))
                .sample("2025-01-20T09:58:00", Instant.parse("2025-01-20T15:58:00Z"))
                .sample("2025-01-20T09:58:00+02:00", Instant.parse("2025-01-20T07:58:00Z"))
                .sample(Map.of("at", "12:00"), Arrays.asList("2025-07-21", null), Instant.parse("2025-07-21T17:00:00Z"))
                .sample("Europe/Paris", "2025-07-21 09:10", Instant.parse("2025-07-21T07:10:00Z"))
                .sample(
                        Map.of("formats", "MM/dd/yyyy h:mm a"),
                        List.of("07/21/2025", "9:10 AM"),
                        Instant.parse("2025-07-21T14:10:00Z"))
                .sample(Arrays.asList(null, "09:10"), null)
                .problem(null, Arrays.asList("2025-07-21", null), "time-missing")
                .problem(null, List.of("2025-02-30", "09:10"), "impossible-date")
                .problem(null, List.of("today", "09:10"), "not-a-date-time");
    }

    @Override
    public Prepared prepare(Argument argument, Surroundings surroundings) {
        ZoneId zone = Moment.zone(argument, surroundings.zone());
        Formats formats = Moment.formats(argument);
        LocalTime at = at(argument);
        Each.One one = Each.orElse(argument, (value, notes) -> instant(value, formats, zone, at));
        return (value, notes) -> value == null || PlainText.nothing(value) ? null : one.apply(value, notes);
    }

    private static @Nullable LocalTime at(Argument argument) {
        LocalTime at = argument.has("at") ? Days.plainTime(argument.at("at").text()) : null;
        if (at == null && argument.has("at")) {
            throw new BadArgument("takes a time such as 12:00 as at, in quotes");
        }
        return at;
    }

    private static @Nullable Instant instant(Object value, Formats formats, ZoneId zone, @Nullable LocalTime at) {
        if (value instanceof Instant already) {
            return already;
        }
        Moment moment = Moment.read(value, formats);
        if (moment == null) {
            return null;
        }
        LocalTime time = moment.time() == null ? at : moment.time();
        if (time == null) {
            throw new ValueProblem(
                    "time-missing", value, "that has a date and no time. Set at, or use a field for dates.");
        }
        return moment.at(time, zone);
    }
}
