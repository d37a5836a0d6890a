package io.dragoman.systems.pipedrive;

import io.dragoman.model.TargetKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The kinds of Pipedrive records a mapping may name, as {@code kinds.yaml} beside the routes lists them. */
public final class Kinds {
    private static final String EVERY_KIND = "every-kind";
    private static final String LONGEST = "longest";

    private Kinds() {}

    /** Keys of the activity types that every new account has, and that a mapping may name without listing them. */
    public static Set<String> standardActivityTypes() {
        return Words.STANDARD_TYPES;
    }

    /**
     * Reads the file.
     *
     * @return kind name to kind, in the order of the file
     * @throws IllegalArgumentException when the file is not as it should be; it is ours, not a user's
     */
    public static Map<String, TargetKind> read(Path file) {
        try {
            Object tree = new Load(LoadSettings.builder()
                            .setLabel(file.getFileName().toString())
                            .build())
                    .loadFromString(Files.readString(file));
            Map<String, Object> entries = map(tree);
            Map<String, Integer> longest =
                    numbers(map(entries.remove(EVERY_KIND)).get(LONGEST));
            Map<String, TargetKind> kinds = new LinkedHashMap<>();
            entries.forEach((name, kind) -> kinds.put(name, kind(name, map(kind), longest)));
            return kinds;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TargetKind kind(String name, Map<String, Object> kind, Map<String, Integer> everyLongest) {
        Map<String, String> fields = new LinkedHashMap<>();
        map(kind.get("fields")).forEach((field, type) -> fields.put(field, type.toString()));
        Map<String, Integer> longest = new LinkedHashMap<>(everyLongest);
        longest.putAll(numbers(kind.get(LONGEST)));
        return new TargetKind(
                name,
                fields,
                names(kind.get("required")),
                names(kind.get("one-of")),
                conditions(kind.get("only-with")),
                fieldsOf(name, kind.get("custom-fields")),
                longest,
                kind.get("split-at") instanceof Integer bytes ? bytes : 0,
                Boolean.TRUE.equals(kind.get("lines")),
                !Boolean.FALSE.equals(kind.get("listed")),
                Boolean.TRUE.equals(kind.get("capped")));
    }

    private static @Nullable String fieldsOf(String name, @Nullable Object customFields) {
        if (customFields instanceof String other) {
            return other;
        }
        return Boolean.TRUE.equals(customFields) ? name : null;
    }

    private static Map<String, Map<String, String>> conditions(@Nullable Object node) {
        Map<String, Map<String, String>> conditions = new LinkedHashMap<>();
        if (node != null) {
            map(node).forEach((field, others) -> {
                Map<String, String> wanted = new LinkedHashMap<>();
                map(others).forEach((other, value) -> wanted.put(other, value.toString()));
                conditions.put(field, wanted);
            });
        }
        return conditions;
    }

    private static Set<String> names(@Nullable Object node) {
        return node instanceof Collection<?> names
                ? names.stream().map(Object::toString).collect(Collectors.toUnmodifiableSet())
                : Set.of();
    }

    private static Map<String, Integer> numbers(@Nullable Object node) {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        if (node != null) {
            map(node).forEach((name, number) -> numbers.put(name, (Integer) number));
        }
        return numbers;
    }

    private static Map<String, Object> map(@Nullable Object node) {
        if (!(node instanceof Map<?, ?> entries)) {
            throw new IllegalArgumentException("kinds.yaml: a map was expected");
        }
        Map<String, Object> map = new LinkedHashMap<>();
        entries.forEach((key, value) -> map.put(key.toString(), value));
        return map;
    }
}
