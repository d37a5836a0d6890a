package io.dragoman.mapping.transforms;

import io.dragoman.mapping.Argument;
import io.dragoman.mapping.Description;
import io.dragoman.mapping.Surroundings;
import io.dragoman.mapping.Transform;
import java.math.BigDecimal;
import java.util.List;

/** Takes the year of a date. */
final class Year implements Transform {
    @Override
    public Description description() {
        return Description.of("year", "Gives the year of a date, as a number.")
                .sample("1988-04-12", BigDecimal.valueOf(1988))
                .problem(null, "April", "not-a-date");
    }

    @Override
    public Prepared prepare(Argument argument, Surroundings surroundings) {
        argument.none();
        Formats formats = Formats.of(new Argument(null, List.of()), "yyyy-MM-dd");
        return Each.value((value, notes) -> BigDecimal.valueOf(
                Days.date(value, formats, surroundings.zone()).getYear()));
    }
}
