package io.dragoman.mapping;

import io.dragoman.model.Mapping;
import io.dragoman.model.TargetKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The mappings of one folder, checked. Immutable. */
public final class Mappings {
    private final Map<String, Mapping> byName = new LinkedHashMap<>();
    private final Catalog catalog;
    private final List<Mapping> phases;

    /**
     * @param mappings by name, in the order of the folder
     * @param catalog they were checked against
     */
    Mappings(Map<String, Mapping> mappings, Catalog catalog) {
        this.byName.putAll(mappings);
        this.catalog = catalog;
        this.phases = List.copyOf(new PhaseOrder(mappings).order());
    }

    /** All mappings, by name. */
    public List<Mapping> all() {
        return List.copyOf(byName.values());
    }

    /**
     * The mapping of this name.
     *
     * @throws IllegalArgumentException when there is none
     */
    public Mapping get(String name) {
        Mapping mapping = byName.get(name);
        if (mapping == null) {
            throw new IllegalArgumentException("no mapping " + name);
        }
        return mapping;
    }

    /** All mappings, each after those it links through; among equals by name. */
    public List<Mapping> phases() {
        return phases;
    }

    /** The target kind a mapping writes. */
    public TargetKind kindOf(Mapping mapping) {
        return catalog.kindOf(mapping);
    }

    /** Names of the columns of a source object. */
    Set<String> columns(String object) {
        return catalog.columns(object);
    }

    /** Changes when any file changes, or an override of the migration file does. */
    public String hash() {
        StringBuilder all = new StringBuilder();
        byName.values()
                .forEach(mapping -> all.append(mapping.name())
                        .append(' ')
                        .append(mapping.hash())
                        .append('\n'));
        return Hash.of(all.toString());
    }
}
