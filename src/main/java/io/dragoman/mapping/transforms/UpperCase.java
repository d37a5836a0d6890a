package io.dragoman.mapping.transforms;

import io.dragoman.mapping.Argument;
import io.dragoman.mapping.Description;
import io.dragoman.mapping.Surroundings;
import io.dragoman.mapping.Transform;
import java.util.Locale;

/** Writes capitals. */
final class UpperCase implements Transform {
    @Override
    public Description description() {
        return Description.of("upper-case", "Writes texts in capitals.").sample("ok", "OK");
    }

    @Override
    public Prepared prepare(Argument argument, Surroundings surroundings) {
        argument.none();
        return Each.text(text -> text.toUpperCase(Locale.ROOT));
    }
}
