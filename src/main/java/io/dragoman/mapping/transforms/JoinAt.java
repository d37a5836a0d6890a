package io.dragoman.mapping.transforms;

import io.dragoman.mapping.Argument;
import io.dragoman.mapping.BadArgument;
import io.dragoman.mapping.Description;
import io.dragoman.mapping.PlainText;
import io.dragoman.mapping.Surroundings;
import io.dragoman.mapping.Transform;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts one value of a list behind another, such as an extension behind its number. */
final class JoinAt implements Transform {
    private static final Map<String, Object> EXTENSION =
            Map.of("at", List.of(BigDecimal.ONE, BigDecimal.valueOf(2)), "with", " ext. ");

    @Override
    public Description description() {
        return Description.of(
                        "join-at",
                        "Puts the value at the second position behind the one at the first and takes it out of the list;"
                                + " where the first is nothing, the second is dropped.")
                .withArgument("at: two positions, counted from 1, and with: the text between (a blank)")
                .withKeys("at", "with")
                .sample(EXTENSION, List.of("555-0130", "12", "b"), List.of("555-0130 ext. 12", "b"))
                .sample(EXTENSION, Arrays.asList("555-0130", null, "b"), List.of("555-0130", "b"))
                .sample(EXTENSION, Arrays.asList(null, "12", "b"), Arrays.asList(null, "b"));
    }

    @Override
    public Prepared prepare(Argument argument, Surroundings surroundings) {
        List<String> positions = argument.at("at").texts();
        if (positions.size() != 2
                || !positions.stream().allMatch(position -> position.matches("[1-9][0-9]?"))
                || positions.get(0).equals(positions.get(1))) {
            throw new BadArgument("takes two positions, counted from 1, as at");
        }
        int first = Integer.parseInt(positions.get(0)) - 1;
        int second = Integer.parseInt(positions.get(1)) - 1;
        String between = argument.text("with", " ");
        return Each.list(values -> joined(values, first, second, between));
    }

    private static List<@Nullable Object> joined(List<?> values, int first, int second, String between) {
        List<@Nullable Object> joined = new ArrayList<>(values);
        if (second >= joined.size()) {
            return joined;
        }
        Object ahead = first < joined.size() ? joined.get(first) : null;
        Object behind = joined.get(second);
        if (ahead != null && behind != null && !PlainText.nothing(ahead) && !PlainText.nothing(behind)) {
            joined.set(first, PlainText.of(ahead) + between + PlainText.of(behind));
        }
        joined.remove(second);
        return joined;
    }
}
