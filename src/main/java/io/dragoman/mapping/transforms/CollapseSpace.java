package io.dragoman.mapping.transforms;

import io.dragoman.mapping.Argument;
import io.dragoman.mapping.Description;
import io.dragoman.mapping.Surroundings;
import io.dragoman.mapping.Transform;

/** Tidies blanks. */
final class CollapseSpace implements Transform {
    @Override
    public Description description() {
        return Description.of("collapse-space", "Makes every run of blanks, tabs and line breaks one blank, and trims.")
                .sample("  Ada \t\n Example ", "Ada Example");
    }

    @Override
    public Prepared prepare(Argument argument, Surroundings surroundings) {
        argument.none();
        return Each.text(CollapseSpace::collapse);
    }

    static String collapse(String text) {
        StringBuilder collapsed = new StringBuilder(text.length());
        boolean blank = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                blank = collapsed.length() > 0;
            } else {
                if (blank) {
                    collapsed.append(' ');
                    blank = false;
                }
                collapsed.append(c);
            }
        }
        return collapsed.toString();
    }
}
