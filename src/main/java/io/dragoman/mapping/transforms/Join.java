package io.dragoman.mapping.transforms;

import io.dragoman.mapping.Argument;
import io.dragoman.mapping.Description;
import io.dragoman.mapping.PlainText;
import io.dragoman.mapping.Surroundings;
import io.dragoman.mapping.Transform;
import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Makes one text of several values; what is nothing leaves no gap. */
final class Join implements Transform {
    private final Description description;
    private final @Nullable String between;

    private Join(Description description, @Nullable String between) {
        this.description = description;
        this.between = between;
    }

    static Transform words() {
        return new Join(
                Description.of("join-words", "Makes one text of several values, with a blank between.")
                        .sample(Arrays.asList("Ada", null, "Example"), "Ada Example")
                        .sample(Arrays.asList(null, ""), null)
                        .sample("Ada", "Ada"),
                " ");
    }

    static Transform lines() {
        return new Join(
                Description.of("join-lines", "Makes one text of several values, one line each.")
                        .sample(List.of("Penicillin", "Latex"), "Penicillin\nLatex"),
                "\n");
    }

    static Transform with() {
        return new Join(
                Description.of("join-with", "Makes one text of several values, with the argument between.")
                        .withArgument("a text")
                        .sample("/", Arrays.asList("p-1", null, "r-2"), "p-1/r-2"),
                null);
    }

    @Override
    public Description description() {
        return description;
    }

    @Override
    public Prepared prepare(Argument argument, Surroundings surroundings) {
        if (between != null) {
            argument.none();
        }
        String glue = between == null ? argument.text() : between;
        return Each.list(values -> joined(values, glue));
    }

    static String joined(List<?> values, String between) {
        StringJoiner joined = new StringJoiner(between);
        for (Object value : values) {
            if (value != null && !PlainText.nothing(value)) {
                joined.add(PlainText.of(value));
            }
        }
        return joined.toString();
    }
}
