package io.dragoman.mapping.transforms;

import io.dragoman.mapping.Argument;
import io.dragoman.mapping.Description;
import io.dragoman.mapping.PlainText;
import io.dragoman.mapping.Surroundings;
import io.dragoman.mapping.Transform;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes one of several values: the first or the last that is something. */
final class Ends implements Transform {
    private final boolean first;

    private Ends(boolean first) {
        this.first = first;
    }

    static Transform first() {
        return new Ends(true);
    }

    static Transform last() {
        return new Ends(false);
    }

    @Override
    public Description description() {
        return first
                ? Description.of("first", "Takes the first of several values that is something.")
                        .sample(Arrays.asList(null, "b", "c"), "b")
                        .sample("a", "a")
                : Description.of("last", "Takes the last of several values that is something.")
                        .sample(Arrays.asList("a", "b", null), "b")
                        .sample("a", "a");
    }

    @Override
    public Prepared prepare(Argument argument, Surroundings surroundings) {
        argument.none();
        return Each.list(this::end);
    }

    private @Nullable Object end(List<?> values) {
        for (int i = 0; i < values.size(); i++) {
            Object value = values.get(first ? i : values.size() - 1 - i);
            if (!PlainText.nothing(value)) {
                return value;
            }
        }
        return null;
    }
}
