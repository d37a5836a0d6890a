package io.dragoman.mapping;

import io.dragoman.model.Mapping;
import io.dragoman.model.SourceLayout;
import io.dragoman.model.SourceLayout.SourceObject;
import io.dragoman.model.TargetKind;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the systems offer to mappings, known without asking them.
 *
 * @param sources by system
 * @param targets by system and kind
 */
public record Catalog(Map<String, SourceLayout> sources, Map<String, Map<String, TargetKind>> targets) {
    /** The object named {@code system.object}. */
    public Optional<SourceObject> object(String name) {
        int dot = name.indexOf('.');
        return Optional.ofNullable(sources.get(name.substring(0, dot)))
                .map(layout -> layout.objects().get(name.substring(dot + 1)));
    }

    /** The kind named {@code system.kind}. */
    public Optional<TargetKind> kind(String name) {
        int dot = name.indexOf('.');
        return Optional.ofNullable(targets.get(name.substring(0, dot)))
                .map(kinds -> kinds.get(name.substring(dot + 1)));
    }

    /** A column of a gather's order without the sign that reverses it. */
    static String ordering(String column) {
        return column.startsWith("-") ? column.substring(1) : column;
    }

    /** The kind a mapping writes; the mapping was checked against this catalogue. */
    public TargetKind kindOf(Mapping mapping) {
        return kind(mapping.to()).orElseThrow();
    }

    /** Names of an object's columns; empty when there is no such object. */
    Set<String> columns(String object) {
        Set<String> columns = new HashSet<>();
        object(object).ifPresent(known -> known.columns().forEach(column -> columns.add(column.name())));
        return columns;
    }
}
