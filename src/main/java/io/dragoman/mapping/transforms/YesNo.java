package io.dragoman.mapping.transforms;

import io.dragoman.mapping.Argument;
import io.dragoman.mapping.Description;
import io.dragoman.mapping.PlainText;
import io.dragoman.mapping.Surroundings;
import io.dragoman.mapping.Transform;
import io.dragoman.mapping.ValueProblem;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads yes and no. */
final class YesNo implements Transform {
    private static final Argument YES = new Argument(List.of("true", "yes", "y", "t", "1"), List.of());
    private static final Argument NO = new Argument(List.of("false", "no", "n", "f", "0"), List.of());

    @Override
    public Description description() {
        return Description.of(
                        "yes-no", "Reads true, yes, y, t, 1 as yes and false, no, n, f, 0 as no; case does not matter.")
                .withArgument("none, or yes: words, no: words; if-invalid")
                .withKeys("", "yes", "no", Each.IF_INVALID)
                .sample("true", true)
                .sample("No", false)
                .sample(Map.of("yes", List.of("done"), "no", List.of("open")), "done", true)
                .problem(null, "maybe", "not-yes-or-no");
    }

    @Override
    public Prepared prepare(Argument argument, Surroundings surroundings) {
        Set<String> yes = words(argument.has("yes") ? argument.at("yes") : YES);
        Set<String> no = words(argument.has("no") ? argument.at("no") : NO);
        return Each.checkedValue(argument, (value, notes) -> {
            if (value instanceof Boolean) {
                return value;
            }
            String word = PlainText.of(value).strip().toLowerCase(Locale.ROOT);
            if (!yes.contains(word) && !no.contains(word)) {
                throw new ValueProblem("not-yes-or-no", value, "that is neither yes nor no.");
            }
            return yes.contains(word);
        });
    }

    private static Set<String> words(Argument argument) {
        Set<String> words = new HashSet<>();
        argument.texts().forEach(word -> words.add(word.toLowerCase(Locale.ROOT)));
        return words;
    }
}
