package io.dragoman.mapping.transforms;

import io.dragoman.mapping.Argument;
import io.dragoman.mapping.Description;
import io.dragoman.mapping.PlainText;
import io.dragoman.mapping.Surroundings;
import io.dragoman.mapping.Transform;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts what is there. */
final class Count implements Transform {
    @Override
    public Description description() {
        return Description.of("count", "Counts the values that are something, or the gathered children that fit where.")
                .withArgument("none, or where: column and values")
                .withKeys("", "where")
                .withNothing("0.")
                .sample(Arrays.asList("a", null, "b"), BigDecimal.valueOf(2))
                .sample(null, BigDecimal.ZERO)
                .sample(
                        Map.of("where", Map.of("kind", "allergy")),
                        List.of(Map.of("kind", "allergy"), Map.of("kind", "other")),
                        BigDecimal.ONE);
    }

    @Override
    public Prepared prepare(Argument argument, Surroundings surroundings) {
        argument.map();
        Children children = Children.of(argument);
        return (value, notes) -> BigDecimal.valueOf(count(value, children));
    }

    private static long count(@Nullable Object value, Children children) {
        if (value == null || PlainText.nothing(value)) {
            return 0;
        }
        List<?> values = value instanceof List<?> several ? several : List.of(value);
        return children.all()
                ? values.stream().filter(one -> !PlainText.nothing(one)).count()
                : children.fitting(values).size();
    }
}
