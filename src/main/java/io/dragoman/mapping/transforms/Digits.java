package io.dragoman.mapping.transforms;

import io.dragoman.mapping.Argument;
import io.dragoman.mapping.Description;
import io.dragoman.mapping.Surroundings;
import io.dragoman.mapping.Transform;

/** Keeps digits. */
final class Digits implements Transform {
    @Override
    public Description description() {
        return Description.of("digits", "Keeps the digits 0 to 9 and nothing else.")
                .sample("(918) 555-0130", "9185550130")
                .sample("none", null);
    }

    @Override
    public Prepared prepare(Argument argument, Surroundings surroundings) {
        argument.none();
        return Each.text(text -> text.codePoints()
                .filter(c -> c >= '0' && c <= '9')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString());
    }
}
