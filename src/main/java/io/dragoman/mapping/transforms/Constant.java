package io.dragoman.mapping.transforms;

import io.dragoman.mapping.Argument;
import io.dragoman.mapping.BadArgument;
import io.dragoman.mapping.Description;
import io.dragoman.mapping.Surroundings;
import io.dragoman.mapping.Transform;
import java.util.List;

/** Gives the same value for every record. */
final class Constant implements Transform {
    @Override
    public Description description() {
        return Description.of("constant", "Gives the argument, whatever comes in.")
                .withArgument("a text, number, true or false, or a list of these")
                .withNothing("The argument.")
                .sample("Recall", null, "Recall")
                .sample(true, "x", true)
                .sample(List.of("a", "b"), null, List.of("a", "b"));
    }

    @Override
    public Prepared prepare(Argument argument, Surroundings surroundings) {
        Object raw = argument.raw();
        if (raw == null) {
            throw new BadArgument("takes a text, number, true or false, or a list of these");
        }
        Object constant = raw instanceof List ? argument.texts() : argument.scalar();
        return (value, notes) -> constant;
    }
}
