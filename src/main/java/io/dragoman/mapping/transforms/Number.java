package io.dragoman.mapping.transforms;

import io.dragoman.mapping.Argument;
import io.dragoman.mapping.Description;
import io.dragoman.mapping.PlainText;
import io.dragoman.mapping.Surroundings;
import io.dragoman.mapping.Transform;
import io.dragoman.mapping.ValueProblem;
import java.math.BigDecimal;

/** Reads numbers exactly. */
final class Number implements Transform {
    @Override
    public Description description() {
        return Description.of(
                        "number", "Reads a decimal number exactly; the point is the decimal sign, and nothing groups.")
                .withArgument("none, or if-invalid")
                .withKeys("", Each.IF_INVALID)
                .sample("12.50", new BigDecimal("12.50"))
                .sample(" -3 ", new BigDecimal("-3"))
                .problem(null, "1,000", "not-a-number")
                .problem(null, "1e3", "not-a-number");
    }

    @Override
    public Prepared prepare(Argument argument, Surroundings surroundings) {
        argument.map();
        return Each.checkedValue(argument, (value, notes) -> read(value));
    }

    /** The number a value is, or a problem. */
    static BigDecimal read(Object value) {
        return value instanceof BigDecimal number
                ? number
                : read(PlainText.of(value), "not-a-number", "that is no plain decimal number.");
    }

    /** The number a text is: an optional sign, digits, and an optional point with digits. */
    static BigDecimal read(String raw, String code, String advice) {
        BigDecimal number = PlainText.decimal(raw.strip());
        if (number == null) {
            throw new ValueProblem(code, raw, advice);
        }
        return number;
    }
}
