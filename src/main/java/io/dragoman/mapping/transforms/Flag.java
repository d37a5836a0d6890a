package io.dragoman.mapping.transforms;

import io.dragoman.mapping.Argument;
import io.dragoman.mapping.Description;
import io.dragoman.mapping.PlainText;
import io.dragoman.mapping.Surroundings;
import io.dragoman.mapping.Transform;
import java.util.Arrays;

/** Tells whether something came in, without telling what. */
final class Flag implements Transform {
    private final boolean whenMissing;

    private Flag(boolean whenMissing) {
        this.whenMissing = whenMissing;
    }

    static Transform whenMissing() {
        return new Flag(true);
    }

    static Transform whenPresent() {
        return new Flag(false);
    }

    @Override
    public Description description() {
        Description description = whenMissing
                ? Description.of("when-missing", "Gives the argument when nothing comes in, else nothing.")
                        .withNothing("The argument.")
                        .sample("Yes", null, "Yes")
                        .sample("Yes", Arrays.asList(null, ""), "Yes")
                        .sample("Yes", "ada@example.org", null)
                : Description.of("when-present", "Gives the argument when something comes in, else nothing.")
                        .sample("Yes", "x", "Yes")
                        .sample("Yes", null, null)
                        .sample("Yes", Arrays.asList(null, "x"), "Yes");
        return description.withArgument("a text, number, true or false");
    }

    @Override
    public Prepared prepare(Argument argument, Surroundings surroundings) {
        Object flag = argument.scalar();
        return (value, notes) -> PlainText.nothing(value) == whenMissing ? flag : null;
    }
}
