package io.dragoman.mapping.transforms;

import io.dragoman.mapping.Argument;
import io.dragoman.mapping.Description;
import io.dragoman.mapping.Surroundings;
import io.dragoman.mapping.Transform;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Knows the words people type where there is nothing. */
final class NothingIf implements Transform {
    @Override
    public Description description() {
        return Description.of("nothing-if", "Takes some texts for nothing; upper and lower case are the same.")
                .withArgument("a text or a list of texts")
                .sample("none", "NONE", null)
                .sample(java.util.List.of("n/a", "unknown"), "N/A", null)
                .sample("none", "Nonesuch", "Nonesuch");
    }

    @Override
    public Prepared prepare(Argument argument, Surroundings surroundings) {
        Set<String> words = argument.texts().stream()
                .map(word -> word.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
        return Each.text(text -> words.contains(text.strip().toLowerCase(Locale.ROOT)) ? null : text);
    }
}
