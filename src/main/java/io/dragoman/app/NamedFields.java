package io.dragoman.app;

import io.dragoman.model.Mapping;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Every text that mappings give to transforms and conditions: a field the practice made is used when it is among them. */
final class NamedFields implements Predicate<String> {
    private final Set<String> texts = new HashSet<>();

    private NamedFields() {}

    static NamedFields of(List<Mapping> mappings) {
        NamedFields named = new NamedFields();
        for (Mapping mapping : mappings) {
            mapping.rows().forEach(row -> row.as().forEach(step -> named.add(step.argument())));
            mapping.gathers().forEach(gather -> gather.where().values().forEach(named::add));
        }
        return named;
    }

    private void add(@Nullable Object argument) {
        if (argument instanceof Map<?, ?> map) {
            map.keySet().forEach(this::add);
            map.values().forEach(this::add);
        } else if (argument instanceof Collection<?> many) {
            many.forEach(this::add);
        } else if (argument != null) {
            texts.add(argument.toString());
        }
    }

    @Override
    public boolean test(String name) {
        return texts.contains(name);
    }
}
