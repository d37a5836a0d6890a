package io.dragoman.mapping.transforms;

import io.dragoman.mapping.Argument;
import io.dragoman.mapping.Description;
import io.dragoman.mapping.Surroundings;
import io.dragoman.mapping.Transform;
import io.dragoman.mapping.ValueProblem;
import java.math.BigDecimal;
import java.time.LocalTime;

/** Writes a number of minutes as hours and minutes. */
final class MinutesToDuration implements Transform {
    private static final BigDecimal DAY = BigDecimal.valueOf(24 * 60);

    @Override
    public Description description() {
        return Description.of(
                        "minutes-to-duration", "Makes hours and minutes of a whole number of minutes, less than a day.")
                .withArgument("none, or if-invalid")
                .withKeys("", Each.IF_INVALID)
                .sample("50", LocalTime.of(0, 50))
                .sample("90", LocalTime.of(1, 30))
                .problem(null, "1440", "impossible-duration")
                .problem(null, "-5", "impossible-duration");
    }

    @Override
    public Prepared prepare(Argument argument, Surroundings surroundings) {
        argument.map();
        return Each.checkedValue(argument, (value, notes) -> duration(value));
    }

    private static LocalTime duration(Object value) {
        BigDecimal minutes = Number.read(value);
        if (minutes.signum() < 0
                || minutes.compareTo(DAY) >= 0
                || minutes.stripTrailingZeros().scale() > 0) {
            throw new ValueProblem("impossible-duration", value, "that is no whole number of minutes below a day.");
        }
        return LocalTime.MIDNIGHT.plusMinutes(minutes.longValue());
    }
}
