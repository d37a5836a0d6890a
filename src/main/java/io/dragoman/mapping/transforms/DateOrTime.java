package io.dragoman.mapping.transforms;

import io.dragoman.mapping.Argument;
import io.dragoman.mapping.Description;
import io.dragoman.mapping.Surroundings;
import io.dragoman.mapping.Transform;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/** Reads dates, and times of day. */
final class DateOrTime implements Transform {
    private final boolean date;

    private DateOrTime(boolean date) {
        this.date = date;
    }

    static Transform date() {
        return new DateOrTime(true);
    }

    static Transform time() {
        return new DateOrTime(false);
    }

    @Override
    public Description description() {
        return (date ? aboutDates() : aboutTimes())
                .withArgument(
                        "a format or list of formats, or formats and if-invalid; letters as in yyyy-MM-dd, HH:mm, h:mm a")
                .withKeys("formats", Each.IF_INVALID);
    }

    private static Description aboutDates() {
        return Description.of(
                        "date",
                        "Reads a date in the formats listed, yyyy-MM-dd unless told, and refuses days that no calendar has;"
                                + " an instant gives its date in the practice's zone.")
                .sample("2025-07-21", LocalDate.of(2025, 7, 21))
                .sample("MM/dd/yyyy", "07/21/2025", LocalDate.of(2025, 7, 21))
                .sample(List.of("M/d/yyyy", "d.M.yyyy"), "21.7.2025", LocalDate.of(2025, 7, 21))
                .sample(Instant.parse("2025-07-21T03:00:00Z"), LocalDate.of(2025, 7, 20))
                .problem(null, "2024-13-45", "impossible-date")
                .problem(null, "2023-02-29", "impossible-date")
                .problem(null, "07/21/2025", "not-a-date");
    }

    private static Description aboutTimes() {
        return Description.of(
                        "time",
                        "Reads a time of day in the formats listed, HH:mm and HH:mm:ss unless told;"
                                + " an instant gives its time in the practice's zone.")
                .sample("09:10", LocalTime.of(9, 10))
                .sample("h:mm a", "1:05 PM", LocalTime.of(13, 5))
                .sample(Instant.parse("2025-07-21T14:10:00Z"), LocalTime.of(9, 10))
                .problem(null, "25:00", "impossible-time")
                .problem(null, "noon", "not-a-time");
    }

    @Override
    public Prepared prepare(Argument argument, Surroundings surroundings) {
        if (date) {
            Formats formats = Formats.of(argument, "yyyy-MM-dd");
            return Each.checkedValue(argument, (value, notes) -> Days.date(value, formats, surroundings.zone()));
        }
        Formats formats = Formats.of(argument, "HH:mm", "HH:mm:ss");
        return Each.checkedValue(argument, (value, notes) -> Days.time(value, formats, surroundings.zone()));
    }
}
