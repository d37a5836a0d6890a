package io.dragoman.mapping.transforms;

import io.dragoman.mapping.Argument;
import io.dragoman.mapping.Description;
import io.dragoman.mapping.PlainText;
import io.dragoman.mapping.Surroundings;
import io.dragoman.mapping.Transform;
import java.math.BigDecimal;

/** Cuts texts that are too long, and says so. */
final class Truncate implements Transform {
    @Override
    public Description description() {
        return Description.of(
                        "truncate",
                        "Cuts texts longer than the argument; each cut is counted in the report as truncated.")
                .withArgument("greatest number of characters")
                .sample(BigDecimal.valueOf(3), "abcd", "abc")
                .sample(BigDecimal.valueOf(3), "abc", "abc")
                .sample(BigDecimal.valueOf(1), "😀😀", "😀");
    }

    @Override
    public Prepared prepare(Argument argument, Surroundings surroundings) {
        int most = argument.whole(1);
        return Each.value((value, notes) -> {
            String text = PlainText.of(value);
            if (text.codePointCount(0, text.length()) <= most) {
                return text;
            }
            notes.noted("truncated");
            return text.substring(0, text.offsetByCodePoints(0, most));
        });
    }
}
