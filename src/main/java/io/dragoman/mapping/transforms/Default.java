package io.dragoman.mapping.transforms;

import io.dragoman.mapping.Argument;
import io.dragoman.mapping.Description;
import io.dragoman.mapping.PlainText;
import io.dragoman.mapping.Surroundings;
import io.dragoman.mapping.Transform;
import java.util.Arrays;

/** Stands in where nothing came in. */
final class Default implements Transform {
    @Override
    public Description description() {
        return Description.of("default", "Gives the argument when nothing comes in, else what came in.")
                .withArgument("a text, number, true or false")
                .withNothing("The argument.")
                .sample("Unknown", null, "Unknown")
                .sample("Unknown", "Ada", "Ada")
                .sample("Unknown", Arrays.asList(null, ""), "Unknown");
    }

    @Override
    public Prepared prepare(Argument argument, Surroundings surroundings) {
        Object otherwise = argument.scalar();
        return (value, notes) -> PlainText.nothing(value) ? otherwise : value;
    }
}
