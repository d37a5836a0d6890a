package io.dragoman.mapping.transforms;

import io.dragoman.mapping.Argument;
import io.dragoman.mapping.Description;
import io.dragoman.mapping.Surroundings;
import io.dragoman.mapping.Transform;

/** Puts a fixed text before or after a value. */
final class Affix implements Transform {
    private final boolean before;

    private Affix(boolean before) {
        this.before = before;
    }

    static Transform prefix() {
        return new Affix(true);
    }

    static Transform suffix() {
        return new Affix(false);
    }

    @Override
    public Description description() {
        Description description = before
                ? Description.of("prefix", "Puts the argument before the value.")
                        .sample("Recall: ", "Prophy", "Recall: Prophy")
                        .sample("Recall: ", null, null)
                : Description.of("suffix", "Puts the argument after the value.")
                        .sample(" household", "Example", "Example household")
                        .sample(" household", null, null);
        return description.withArgument("a text");
    }

    @Override
    public Prepared prepare(Argument argument, Surroundings surroundings) {
        String fixed = argument.text();
        return Each.text(text -> before ? fixed + text : text + fixed);
    }
}
