package io.dragoman.mapping.transforms;

import io.dragoman.mapping.Argument;
import io.dragoman.mapping.Description;
import io.dragoman.mapping.Surroundings;
import io.dragoman.mapping.Transform;
import java.util.Arrays;
import java.util.Locale;

/** Writes small letters. */
final class LowerCase implements Transform {
    @Override
    public Description description() {
        return Description.of("lower-case", "Writes texts in small letters.")
                .sample("ADA@Example.org", "ada@example.org")
                .sample(Arrays.asList("A", null), Arrays.asList("a", null));
    }

    @Override
    public Prepared prepare(Argument argument, Surroundings surroundings) {
        argument.none();
        return Each.text(text -> text.toLowerCase(Locale.ROOT));
    }
}
