package io.dragoman.mapping.transforms;

import io.dragoman.mapping.Argument;
import io.dragoman.mapping.Description;
import io.dragoman.mapping.PlainText;
import io.dragoman.mapping.Surroundings;
import io.dragoman.mapping.Transform;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Adds up exactly. */
final class Sum implements Transform {
    private static final List<Map<String, String>> ENTRIES =
            List.of(Map.of("kind", "charge", "amount", "0.10"), Map.of("kind", "payment", "amount", "0.20"));

    @Override
    public Description description() {
        return Description.of("sum", "Adds numbers exactly: a list of them, or a column of gathered children.")
                .withArgument("none, a column, or column and where: column and values")
                .withKeys("column", "where")
                .sample(Arrays.asList("0.10", null, "0.20"), new BigDecimal("0.30"))
                .sample("amount", ENTRIES, new BigDecimal("0.30"))
                .sample(Map.of("column", "amount", "where", Map.of("kind", "charge")), ENTRIES, new BigDecimal("0.10"))
                .sample("amount", List.of(), null)
                .problem(null, List.of("1,000"), "not-a-number");
    }

    @Override
    public Prepared prepare(Argument argument, Surroundings surroundings) {
        Children children = Children.of(argument);
        String column = argument.text("column", "");
        return Each.list(values -> column.isEmpty() ? sum(values) : sum(column(children.fitting(values), column)));
    }

    private static List<Object> column(List<Map<?, ?>> children, String column) {
        List<Object> cells = new ArrayList<>(children.size());
        for (Map<?, ?> child : children) {
            Object cell = child.get(column);
            if (cell != null) {
                cells.add(cell);
            }
        }
        return cells;
    }

    private static @Nullable BigDecimal sum(List<?> values) {
        BigDecimal sum = null;
        for (Object value : values) {
            if (value != null && !PlainText.nothing(value)) {
                BigDecimal number = Number.read(value);
                sum = sum == null ? number : sum.add(number);
            }
        }
        return sum;
    }
}
