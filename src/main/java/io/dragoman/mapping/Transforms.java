package io.dragoman.mapping;

import io.dragoman.mapping.transforms.Standard;
import io.dragoman.model.Mapping;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Every transform a mapping can name. Immutable. */
public final class Transforms {
    private final Map<String, Transform> byName = new TreeMap<>();
    private final @Nullable StepWatcher watcher;

    public Transforms(List<Transform> transforms) {
        this(transforms, null);
    }

    private Transforms(Collection<Transform> transforms, @Nullable StepWatcher watcher) {
        this.watcher = watcher;
        for (Transform transform : transforms) {
            byName.put(transform.description().name(), transform);
        }
    }

    /** The transforms that come with Dragoman. */
    public static Transforms standard() {
        return new Transforms(Standard.transforms());
    }

    /** The same, whose steps are told to a watcher as they are taken. */
    public Transforms watched(StepWatcher by) {
        return new Transforms(byName.values(), by);
    }

    /** Names in alphabetical order. */
    public Set<String> names() {
        return Set.copyOf(byName.keySet());
    }

    /** Descriptions in alphabetical order. */
    public List<Description> descriptions() {
        return byName.values().stream().map(Transform::description).toList();
    }

    public Optional<Transform> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /**
     * A transform with its argument, ready for the values of a row.
     *
     * @param columns what the row reads, in order
     * @throws BadArgument when the transform does not take the argument
     * @throws IllegalArgumentException when there is no transform of that name
     */
    public Transform.Prepared prepare(Mapping.Step step, List<String> columns, Surroundings surroundings) {
        Transform transform = named(step.transform())
                .orElseThrow(() -> new IllegalArgumentException("no transform " + step.transform()));
        Description description = transform.description();
        Object argument = whole(description, step.argument());
        if (argument instanceof Map<?, ?> map && !description.keys().contains(Description.ANY_KEY)) {
            for (Object key : map.keySet()) {
                if (!description.keys().contains(String.valueOf(key))) {
                    throw new BadArgument(unknownKey(description, String.valueOf(key)));
                }
            }
        }
        Transform.Prepared prepared = transform.prepare(new Argument(argument, columns), surroundings);
        StepWatcher by = watcher;
        return by == null
                ? prepared
                : (value, notes) -> {
                    Object out = prepared.apply(value, notes);
                    by.stepped(step, value, out);
                    return out;
                };
    }

    /** The argument with its short form written out, so that columns it names can be found under their keys. */
    @Nullable
    Object whole(Description description, @Nullable Object argument) {
        if (argument == null || description.shortFor().isEmpty()) {
            return argument;
        }
        if (!(argument instanceof Map<?, ?> map)) {
            return Map.of(description.shortFor(), argument);
        }
        boolean bareTable =
                description.shortFor().equals("table") && !map.containsKey("table") && !map.containsKey("named");
        return bareTable ? Map.of("table", argument) : argument;
    }

    private static String unknownKey(Description description, String key) {
        if (description.keys().isEmpty()) {
            return "takes no map: " + description.argument();
        }
        return "does not know " + key + DidYouMean.among(key, description.keys());
    }
}
