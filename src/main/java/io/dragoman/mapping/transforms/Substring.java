package io.dragoman.mapping.transforms;

import io.dragoman.mapping.Argument;
import io.dragoman.mapping.Description;
import io.dragoman.mapping.Surroundings;
import io.dragoman.mapping.Transform;
import java.math.BigDecimal;
import java.util.Map;

/** Takes a piece of a text by position. */
final class Substring implements Transform {
    @Override
    public Description description() {
        return Description.of("substring", "Takes the characters from a position on, counted from 1.")
                .withArgument("from: position, and length: how many; without length, all the rest")
                .withKeys("from", "length")
                .sample(Map.of("from", BigDecimal.ONE, "length", BigDecimal.TEN), "2025-01-20T09:30:00", "2025-01-20")
                .sample(BigDecimal.valueOf(3), "abcd", "cd")
                .sample(BigDecimal.valueOf(9), "abcd", null);
    }

    @Override
    public Prepared prepare(Argument argument, Surroundings surroundings) {
        int from = argument.at("from").whole(1) - 1;
        int length = argument.has("length") ? argument.at("length").whole(1) : Integer.MAX_VALUE;
        return Each.text(text -> {
            int characters = text.codePointCount(0, text.length());
            if (from >= characters) {
                return null;
            }
            int to = (int) Math.min(characters, (long) from + length);
            return text.substring(text.offsetByCodePoints(0, from), text.offsetByCodePoints(0, to));
        });
    }
}
