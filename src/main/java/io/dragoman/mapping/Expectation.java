package io.dragoman.mapping;

import io.dragoman.model.Money;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Holds what an example expects against what came out. */
final class Expectation {
    private Expectation() {}

    /** Whether an expected value, as YAML has it, stands for the actual one; null stands for nothing, a list of one for its element. */
    static boolean met(@Nullable Object expected, @Nullable Object actual) {
        if (expected == null || actual == null) {
            return PlainText.nothing(expected) && PlainText.nothing(actual);
        }
        if (expected instanceof List<?> wanted) {
            return allMet(wanted, actual instanceof List<?> got ? got : List.of(actual));
        }
        if (actual instanceof Money money) {
            return metByMoney(expected, money);
        }
        if (expected instanceof Map<?, ?> wanted) {
            return actual instanceof Map<?, ?> got
                    && wanted.entrySet().stream().allMatch(entry -> met(entry.getValue(), got.get(entry.getKey())));
        }
        if (actual instanceof Map<?, ?> labelled) {
            return met(expected, labelled.get("value"));
        }
        if (expected instanceof BigDecimal number && actual instanceof BigDecimal got) {
            return number.compareTo(got) == 0;
        }
        return !(actual instanceof List) && sameText(PlainText.of(expected), PlainText.of(actual));
    }

    private static boolean allMet(List<?> wanted, List<?> got) {
        if (wanted.size() != got.size()) {
            return false;
        }
        for (int i = 0; i < wanted.size(); i++) {
            if (!met(wanted.get(i), got.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean metByMoney(Object expected, Money money) {
        if (expected instanceof Map<?, ?> wanted) {
            return met(wanted.get("amount"), money.amount())
                    && (wanted.get("currency") == null || money.currency().equals(wanted.get("currency")));
        }
        if (expected instanceof BigDecimal amount) {
            return amount.compareTo(money.amount()) == 0;
        }
        return PlainText.of(expected).equals(PlainText.of(money));
    }

    /** Times may be written with seconds or without. */
    private static boolean sameText(String expected, String actual) {
        return expected.equals(actual) || expected.equals(actual + ":00") || (expected + ":00").equals(actual);
    }
}
