package io.dragoman.mapping.transforms;

import io.dragoman.mapping.Argument;
import io.dragoman.mapping.BadArgument;
import io.dragoman.mapping.Description;
import io.dragoman.mapping.PlainText;
import io.dragoman.mapping.Surroundings;
import io.dragoman.mapping.Transform;
import io.dragoman.mapping.ValueProblem;
import io.dragoman.model.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.function.Supplier;

/** Makes money of numbers. */
final class Amount implements Transform {
    private final boolean cents;

    private Amount(boolean cents) {
        this.cents = cents;
    }

    static Transform money() {
        return new Amount(false);
    }

    static Transform cents() {
        return new Amount(true);
    }

    @Override
    public Description description() {
        Description description = cents
                ? Description.of("cents", "Makes money of a whole number of the currency's smallest coins.")
                        .sample("123450", new Money(new BigDecimal("1234.50"), "USD"))
                        .sample("JPY", "500", new Money(new BigDecimal("500"), "JPY"))
                        .problem(null, "12.5", "not-an-amount")
                : Description.of(
                                "money",
                                "Makes money of a plain decimal number; a currency sign or grouping is refused, and so are"
                                        + " more decimals than the currency has.")
                        .sample("1234.50", new Money(new BigDecimal("1234.50"), "USD"))
                        .sample("EUR", "-12", new Money(new BigDecimal("-12"), "EUR"))
                        .sample("1240.0000", new Money(new BigDecimal("1240.00"), "USD"))
                        .problem(null, "$1,234.50", "not-an-amount")
                        .problem(null, "0.005", "too-precise");
        return description
                .withArgument("currency of three letters (the migration's); if-invalid")
                .withKeys("currency", Each.IF_INVALID);
    }

    @Override
    public Prepared prepare(Argument argument, Surroundings surroundings) {
        String code = argument.text("currency", surroundings.currency());
        int decimals = decimals(code);
        return Each.checkedValue(argument, (value, notes) -> new Money(amount(value, decimals), code));
    }

    /**
     * A plain decimal number as an amount of a currency.
     *
     * @throws ValueProblem when it is none, has more decimals than the currency, or there is no such currency
     */
    static BigDecimal plain(String text, String currency, Supplier<ValueProblem> noCurrency) {
        int decimals;
        try {
            decimals = decimals(currency);
        } catch (BadArgument e) {
            throw noCurrency.get();
        }
        return new Amount(false).amount(text, decimals);
    }

    private static int decimals(String currency) {
        try {
            return Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
        } catch (IllegalArgumentException e) {
            throw new BadArgument("takes an ISO 4217 currency such as USD");
        }
    }

    private BigDecimal amount(Object value, int decimals) {
        BigDecimal number = value instanceof BigDecimal already
                ? already
                : Number.read(
                        PlainText.of(value),
                        "not-an-amount",
                        "that is no plain decimal amount. Currency signs and grouping are not guessed at.");
        if (cents) {
            if (number.stripTrailingZeros().scale() > 0) {
                throw new ValueProblem("not-an-amount", value, "that is no whole number.");
            }
            return number.movePointLeft(decimals);
        }
        if (number.scale() <= decimals) {
            return number;
        }
        if (number.stripTrailingZeros().scale() > decimals) {
            throw new ValueProblem(
                    "too-precise", value, "with more decimals than the currency has. Nothing is rounded.");
        }
        return number.setScale(decimals);
    }
}
