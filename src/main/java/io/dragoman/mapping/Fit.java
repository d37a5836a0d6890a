package io.dragoman.mapping;

import io.dragoman.model.Mapping.Row;
import io.dragoman.model.Money;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes what came out of a row fit the type of its field, or finds that it does not; nothing is guessed. */
final class Fit {
    private static final Set<String> LISTS = Set.of("texts", "emails", "phones", "several-choices", "lead-labels");
    private final String type;
    private final boolean list;
    private final Set<String> options;

    /** @param type of the field, in the words of a target kind */
    Fit(Row row, String type) {
        this.type = type;
        this.list = LISTS.contains(type);
        this.options = Set.copyOf(row.options());
    }

    /**
     * The value as the target record holds it; null when there is nothing.
     *
     * @throws ValueProblem when it is not of the field's type
     */
    @Nullable
    Object fit(@Nullable Object value) {
        if (!(value instanceof List<?> several)) {
            Object one = value == null || value.equals("") ? null : one(value);
            return one == null || !list ? one : List.of(one);
        }
        List<Object> fitted = new ArrayList<>(several.size());
        for (Object element : several) {
            if (element != null && !PlainText.nothing(element)) {
                fitted.add(one(element));
            }
        }
        if (fitted.isEmpty()) {
            return null;
        }
        if (!list && fitted.size() > 1) {
            throw new ValueProblem(
                    "several-values", fitted, "where the field takes one. Use first, or one of the join transforms.");
        }
        return list ? fitted : fitted.get(0);
    }

    private Object one(Object value) {
        return switch (type) {
            case "number" -> number(value);
            case "money" -> value instanceof Money ? value : refused(value, "money or cents");
            case "date" -> date(value);
            case "time" -> time(value);
            case "date-time" -> value instanceof Instant ? value : refused(value, "date-time");
            case "yes-no" -> yesNo(value);
            case "choice", "several-choices" -> option(PlainText.of(value));
            case "emails", "phones" -> value instanceof Map ? value : PlainText.of(value);
            default -> PlainText.of(value);
        };
    }

    private Object number(Object value) {
        if (value instanceof BigDecimal) {
            return value;
        }
        if (value instanceof String text) {
            BigDecimal number = PlainText.decimal(text);
            if (number == null) {
                throw new ValueProblem("not-a-number", value, "that is no plain decimal number.");
            }
            return number;
        }
        return refused(value, "number");
    }

    private Object date(Object value) {
        if (value instanceof LocalDate) {
            return value;
        }
        if (value instanceof String text) {
            try {
                return LocalDate.parse(text);
            } catch (DateTimeException e) {
                boolean shaped = text.matches("\\d{4}-\\d{2}-\\d{2}");
                throw new ValueProblem(
                        shaped ? "impossible-date" : "not-a-date",
                        value,
                        "that is no date. Mend it, or give date a format.");
            }
        }
        return refused(value, "date");
    }

    private Object time(Object value) {
        if (value instanceof LocalTime) {
            return value;
        }
        if (value instanceof String text) {
            try {
                return LocalTime.parse(text);
            } catch (DateTimeException e) {
                throw new ValueProblem("not-a-time", value, "that is no time. Mend it, or give time a format.");
            }
        }
        return refused(value, "time");
    }

    private Object yesNo(Object value) {
        if (value instanceof Boolean) {
            return value;
        }
        return switch (PlainText.of(value)) {
            case "true" -> true;
            case "false" -> false;
            default -> refused(value, "yes-no");
        };
    }

    private String option(String label) {
        if (!options.isEmpty() && !options.contains(label)) {
            throw new ValueProblem(
                    "option-not-listed", label, "that options do not list. Add it, or translate it with values.");
        }
        return label;
    }

    private Object refused(Object value, String transform) {
        throw new ValueProblem(
                "unexpected-value", value, "where the field takes " + type + ". Use the transform " + transform + ".");
    }
}
