package io.dragoman.mapping.transforms;

import io.dragoman.mapping.Argument;
import io.dragoman.mapping.Description;
import io.dragoman.mapping.Surroundings;
import io.dragoman.mapping.Transform;
import java.util.Locale;

/** Writes names that were typed in one case the usual way, and leaves names that somebody wrote with care. */
final class NameCase implements Transform {
    @Override
    public Description description() {
        return Description.of(
                        "name-case",
                        "Writes a name in all capitals or all small letters with capital initials; leaves mixed case alone.")
                .sample("ADA", "Ada")
                .sample("o'brien-smith", "O'Brien-Smith")
                .sample("MARY ANN", "Mary Ann")
                .sample("McDonald", "McDonald")
                .sample("ÉMILE", "Émile");
    }

    @Override
    public Prepared prepare(Argument argument, Surroundings surroundings) {
        argument.none();
        return Each.text(NameCase::named);
    }

    private static String named(String text) {
        boolean oneCase = text.equals(text.toUpperCase(Locale.ROOT)) || text.equals(text.toLowerCase(Locale.ROOT));
        if (!oneCase) {
            return text;
        }
        StringBuilder name = new StringBuilder(text.length());
        boolean initial = true;
        for (char c : text.toLowerCase(Locale.ROOT).toCharArray()) {
            name.append(initial ? Character.toTitleCase(c) : c);
            initial = !Character.isLetterOrDigit(c);
        }
        return name.toString();
    }
}
