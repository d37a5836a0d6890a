package io.dragoman.mapping.transforms;

import io.dragoman.mapping.Argument;
import io.dragoman.mapping.Description;
import io.dragoman.mapping.PlainText;
import io.dragoman.mapping.Surroundings;
import io.dragoman.mapping.Transform;
import io.dragoman.mapping.ValueProblem;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Counts days on from a date. */
final class AddDays implements Transform {
    @Override
    public Description description() {
        return Description.of(
                        "add-days",
                        "Gives the date a number of days later: the argument's number, or the row's second field.")
                .withArgument("a whole number of days; none when the row gives a date and a number of days")
                .withNothing("Nothing; of a date and a number both are needed.")
                .sample(BigDecimal.TEN, "2025-12-25", LocalDate.of(2026, 1, 4))
                .sample(List.of("2025-01-20", "183"), LocalDate.of(2025, 7, 22))
                .sample(Arrays.asList("2025-01-20", null), null)
                .sample(BigDecimal.valueOf(-1), "2024-03-01", LocalDate.of(2024, 2, 29))
                .problem(null, List.of("2025-01-20", "1.5"), "not-a-number");
    }

    @Override
    public Prepared prepare(Argument argument, Surroundings surroundings) {
        ZoneId zone = surroundings.zone();
        Formats formats = Formats.of(new Argument(null, List.of()), "yyyy-MM-dd");
        if (argument.raw() != null) {
            int days = argument.whole(Integer.MIN_VALUE);
            return Each.value((value, notes) -> Days.date(value, formats, zone).plusDays(days));
        }
        return Each.list(values -> later(values, formats, zone));
    }

    private static @Nullable LocalDate later(List<?> values, Formats formats, ZoneId zone) {
        if (values.size() != 2) {
            throw new ValueProblem("unexpected-value", values, "where a date and a number of days are wanted.");
        }
        Object date = values.get(0);
        Object days = values.get(1);
        if (date == null || days == null || PlainText.nothing(date) || PlainText.nothing(days)) {
            return null;
        }
        BigDecimal number = Number.read(days);
        if (number.stripTrailingZeros().scale() > 0 || number.abs().compareTo(BigDecimal.valueOf(1_000_000)) > 0) {
            throw new ValueProblem("not-a-number", days, "that is no whole number of days.");
        }
        return Days.date(date, formats, zone).plusDays(number.longValue());
    }
}
