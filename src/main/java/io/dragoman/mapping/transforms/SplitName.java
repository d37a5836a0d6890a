package io.dragoman.mapping.transforms;

import io.dragoman.mapping.Argument;
import io.dragoman.mapping.BadArgument;
import io.dragoman.mapping.Description;
import io.dragoman.mapping.Surroundings;
import io.dragoman.mapping.Transform;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes one part of a name that was written in one piece. */
final class SplitName implements Transform {
    private static final List<String> PARTS = List.of("first", "middle", "last");

    @Override
    public Description description() {
        return Description.of(
                        "split-name",
                        "Takes the first, middle or last name out of \"Last, First Middle\" or \"First Middle Last\";"
                                + " a single word is the last name.")
                .withArgument("first, middle or last")
                .sample("first", "Example, Ada Jo", "Ada")
                .sample("middle", "Example, Ada Jo", "Jo")
                .sample("last", "Ada Jo Example", "Example")
                .sample("middle", "Ada Example", null)
                .sample("last", "Example", "Example")
                .sample("first", "Example", null);
    }

    @Override
    public Prepared prepare(Argument argument, Surroundings surroundings) {
        String part = argument.text();
        if (!PARTS.contains(part)) {
            throw new BadArgument("takes first, middle or last");
        }
        return Each.text(text -> part(part, CollapseSpace.collapse(text)));
    }

    private static @Nullable String part(String part, String name) {
        int comma = name.indexOf(',');
        int lastBlank = name.lastIndexOf(' ');
        String last = comma >= 0 ? name.substring(0, comma) : name.substring(lastBlank + 1);
        if (part.equals("last")) {
            return last.strip();
        }
        String given = comma >= 0 ? name.substring(comma + 1) : name.substring(0, Math.max(0, lastBlank));
        given = given.strip();
        int blank = given.indexOf(' ');
        if (part.equals("first")) {
            return blank < 0 ? given : given.substring(0, blank);
        }
        return blank < 0 ? null : given.substring(blank + 1);
    }
}
