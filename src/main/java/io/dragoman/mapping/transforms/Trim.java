package io.dragoman.mapping.transforms;

import io.dragoman.mapping.Argument;
import io.dragoman.mapping.Description;
import io.dragoman.mapping.Surroundings;
import io.dragoman.mapping.Transform;

/** Trims texts. */
final class Trim implements Transform {
    @Override
    public Description description() {
        return Description.of("trim", "Takes away blanks at both ends.")
                .sample("  Ada ", "Ada")
                .sample("   ", null);
    }

    @Override
    public Prepared prepare(Argument argument, Surroundings surroundings) {
        argument.none();
        return Each.text(String::strip);
    }
}
