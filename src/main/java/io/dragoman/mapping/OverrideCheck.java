package io.dragoman.mapping;

import io.dragoman.model.Mapping;
import io.dragoman.model.Mapping.LeaveOut;
import io.dragoman.model.Mapping.Row;
import io.dragoman.model.Place;
import io.dragoman.model.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Whether every override of the migration file meets something that asks for it; one that meets nothing is a slip. */
final class OverrideCheck {
    private final Collection<Mapping> mappings;
    private final Map<String, Set<String>> named = new HashMap<>();

    OverrideCheck(Collection<Mapping> mappings) {
        this.mappings = mappings;
        mappings.forEach(mapping -> Draft.rows(mapping).forEach(this::collect));
    }

    List<Problem> problems(Overrides overrides) {
        Set<String> names = new TreeSet<>();
        Set<String> matching = new TreeSet<>();
        Set<String> pipelines = new TreeSet<>();
        Set<String> rules = new TreeSet<>();
        for (Mapping mapping : mappings) {
            names.add(mapping.name());
            if (mapping.identity().existing() != null) {
                matching.add(mapping.name());
            }
            pipelines.addAll(mapping.pipelines().keySet());
            mapping.leaveOut().stream()
                    .map(LeaveOut::named)
                    .filter(Objects::nonNull)
                    .forEach(rules::add);
        }
        List<Problem> problems = new ArrayList<>();
        add(problems, "values", overrides.values().keySet(), named.getOrDefault("values", Set.of()));
        add(problems, "links", overrides.links().keySet(), named.getOrDefault("link-template", Set.of()));
        add(problems, "left-behind", overrides.leftBehind().keySet(), names);
        add(problems, "leave-out", overrides.leaveOut().keySet(), rules);
        add(problems, "same-as", overrides.sameAs().keySet(), matching);
        if (mappings.stream().allMatch(mapping -> mapping.drawn().pipelines() == null)) {
            add(problems, "pipelines", overrides.pipelines().keySet(), pipelines);
        } // else the source has pipelines that nobody knows yet
        return problems;
    }

    private static void add(List<Problem> problems, String block, Set<String> given, Set<String> known) {
        for (String name : new TreeSet<>(given)) {
            if (!known.contains(name)) {
                problems.add(Finding.UNKNOWN_OVERRIDE.at(
                        Place.of("overrides." + block),
                        "No mapping has \"" + name + "\"" + DidYouMean.among(name, known)));
            }
        }
    }

    private void collect(Row row) {
        row.as().forEach(step -> collect(step.transform(), step.argument()));
    }

    /** Finds names in an argument, also in those of transforms within it. */
    private void collect(String transform, @Nullable Object argument) {
        if (argument instanceof List<?> several) {
            several.forEach(one -> collect(transform, one));
        }
        if (argument instanceof Map<?, ?> map) {
            if (map.get("named") instanceof String name) {
                named.computeIfAbsent(transform, none -> new TreeSet<>()).add(name);
            }
            map.forEach((inner, value) -> collect(String.valueOf(inner), value));
        }
    }
}
