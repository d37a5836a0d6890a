package io.dragoman.mapping.transforms;

import io.dragoman.mapping.Argument;
import io.dragoman.mapping.Description;
import io.dragoman.mapping.PlainText;
import io.dragoman.mapping.Surroundings;
import io.dragoman.mapping.Transform;
import io.dragoman.mapping.ValueProblem;
import io.dragoman.model.Money;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes money of an amount whose currency stands in another field of the record. */
final class AmountIn implements Transform {
    private static final String NO_CURRENCY = "not-a-currency";

    @Override
    public Description description() {
        return Description.of(
                        "money-in",
                        "Makes money of a plain decimal number and its currency, given as two fields; without a currency"
                                + " it is the migration's.")
                .withArgument("if-invalid")
                .withKeys(Each.IF_INVALID)
                .sample(List.of("1234.50", "eur"), new Money(new BigDecimal("1234.50"), "EUR"))
                .sample(Arrays.asList("12", null), new Money(new BigDecimal("12"), "USD"))
                .sample(Arrays.asList(null, "EUR"), null)
                .sample(Map.of(Each.IF_INVALID, "leave-empty"), List.of("12", "dollars"), null)
                .problem(null, List.of("12", "dollars"), NO_CURRENCY)
                .problem(null, List.of("$12", "USD"), "not-an-amount");
    }

    @Override
    public Prepared prepare(Argument argument, Surroundings surroundings) {
        Each.One one = Each.orElse(argument, (value, notes) -> money((List<?>) value, surroundings.currency()));
        return (value, notes) -> {
            List<?> parts = value instanceof List<?> several ? several : Arrays.asList(value, null);
            return PlainText.nothing(part(parts, 0)) ? null : one.apply(parts, notes);
        };
    }

    private static Money money(List<?> parts, String otherwise) {
        Object currency = part(parts, 1);
        String code = currency == null || PlainText.nothing(currency)
                ? otherwise
                : PlainText.of(currency).toUpperCase(Locale.ROOT);
        return new Money(Amount.plain(String.valueOf(part(parts, 0)), code, () -> noCurrency(currency)), code);
    }

    private static ValueProblem noCurrency(@Nullable Object currency) {
        return new ValueProblem(
                NO_CURRENCY, currency == null ? "" : currency, "that is no currency of ISO 4217, such as USD.");
    }

    private static @Nullable Object part(List<?> parts, int position) {
        return position < parts.size() ? parts.get(position) : null;
    }
}
