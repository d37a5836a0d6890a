package io.dragoman.mapping.transforms;

import io.dragoman.mapping.Argument;
import io.dragoman.mapping.Description;
import io.dragoman.mapping.PlainText;
import io.dragoman.mapping.Surroundings;
import io.dragoman.mapping.Transform;
import java.util.Arrays;
import java.util.List;

/** Says everything once. */
final class Distinct implements Transform {
    @Override
    public Description description() {
        return Description.of("distinct", "Keeps each of several values once, in the order of their first appearance.")
                .sample(Arrays.asList("b", "a", null, "b"), List.of("b", "a"));
    }

    @Override
    public Prepared prepare(Argument argument, Surroundings surroundings) {
        argument.none();
        return Each.list(values -> values.stream()
                .filter(value -> !PlainText.nothing(value))
                .distinct()
                .toList());
    }
}
