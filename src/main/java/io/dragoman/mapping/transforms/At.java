package io.dragoman.mapping.transforms;

import io.dragoman.mapping.Argument;
import io.dragoman.mapping.BadArgument;
import io.dragoman.mapping.Description;
import io.dragoman.mapping.DidYouMean;
import io.dragoman.mapping.Surroundings;
import io.dragoman.mapping.Transform;
import io.dragoman.mapping.Transforms;
import io.dragoman.model.Mapping.Step;
import io.dragoman.model.Place;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Sends single positions of a list through transforms of their own. */
final class At implements Transform {
    @Override
    public Description description() {
        return Description.of(
                        "at",
                        "Sends the value at a position, counted from 1, through transforms of its own, also when it is nothing;"
                                + " the other values stay as they are.")
                .withArgument("a map of positions to lists of transforms")
                .withAnyKeys()
                .withNothing("The transforms of each position decide.")
                .sample(
                        Map.of("2", List.of("upper-case")),
                        Arrays.asList("a", "b", null),
                        Arrays.asList("a", "B", null))
                .sample(
                        Map.of("1", List.of(Map.of("default", "?")), "2", List.of(Map.of("prefix", "to "))),
                        Arrays.asList(null, "b"),
                        List.of("?", "to b"));
    }

    @Override
    public Prepared prepare(Argument argument, Surroundings surroundings) {
        Map<Integer, List<Prepared>> positions = new TreeMap<>();
        argument.map()
                .forEach((position, steps) -> positions.put(
                        position(String.valueOf(position)),
                        steps(steps, String.valueOf(position), argument.columns(), surroundings)));
        if (positions.isEmpty()) {
            throw new BadArgument("takes a map of positions to lists of transforms");
        }
        return (value, notes) -> {
            List<@Nullable Object> values =
                    new ArrayList<>(value instanceof List<?> several ? several : Arrays.asList(value));
            positions.forEach((position, steps) -> {
                if (position < values.size()) {
                    Object changed = values.get(position);
                    for (Prepared step : steps) {
                        changed = step.apply(changed, notes);
                    }
                    values.set(position, changed);
                }
            });
            return values;
        };
    }

    private static int position(String written) {
        if (!written.matches("[1-9][0-9]?")) {
            throw new BadArgument("counts positions from 1");
        }
        return Integer.parseInt(written) - 1;
    }

    private static List<Prepared> steps(
            @Nullable Object written, String position, List<String> columns, Surroundings surroundings) {
        if (!(written instanceof List<?> list)) {
            throw new BadArgument("takes a list of transforms for each position");
        }
        Transforms known = Transforms.standard();
        int at = position(position);
        List<String> own = at < columns.size() ? List.of(columns.get(at)) : List.of();
        List<Prepared> steps = new ArrayList<>();
        for (Object one : list) {
            boolean bare = one instanceof String;
            Map<?, ?> named = one instanceof Map<?, ?> map && map.size() == 1 ? map : Map.of();
            if (!bare && named.isEmpty()) {
                throw new BadArgument("takes transforms as a name or { name: argument }");
            }
            String name = String.valueOf(bare ? one : named.keySet().iterator().next());
            if (known.named(name).isEmpty()) {
                throw new BadArgument("does not know the transform " + name + DidYouMean.among(name, known.names()));
            }
            steps.add(known.prepare(new Step(name, named.get(name), Place.of("at")), own, surroundings));
        }
        return steps;
    }
}
