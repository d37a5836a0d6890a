package io.dragoman.app;

import io.dragoman.ledger.Lineage;
import io.dragoman.model.Mapping;
import io.dragoman.model.TargetRecord;
import io.dragoman.model.TargetWrite;
import io.dragoman.run.Keeping;
import io.dragoman.run.Undoing;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The writes that put back what a run changed of records an earlier run made, but for the fields that somebody changed since. */
final class UndoRestores {
    private final Engine engine;
    private final Sight sight;
    private final Undoing undoing;
    private final Keeping keeping;

    UndoRestores(Engine engine, Sight sight, Undoing undoing, Keeping keeping) {
        this.engine = engine;
        this.sight = sight;
        this.undoing = undoing;
        this.keeping = keeping;
    }

    /** Newest first. */
    List<TargetWrite> of(Mapping mapping, String run) {
        List<TargetWrite> restores = undoing.restores(mapping.name(), run);
        Map<String, Set<String>> ours = new LinkedHashMap<>();
        Map<String, TargetRecord> before = new HashMap<>(); // of a record changed twice, the last one is the oldest
        restores.forEach(write -> {
            ours.computeIfAbsent(write.record().key(), any -> new TreeSet<>()).addAll(write.changed());
            before.put(write.record().key(), write.record());
        });
        Iterator<Lineage> rows = ours.keySet().stream()
                .map(key -> engine.ledger().lineages().find(mapping.name(), key))
                .flatMap(Optional::stream)
                .iterator();
        Map<String, Set<String>> staying = new HashMap<>();
        sight.along(rows, ours.size()).forEachRemaining(seen -> {
            String key = seen.lineage().key();
            staying.put(
                    key,
                    keeping.staying(
                            seen.lineage(),
                            seen.now(),
                            ours.getOrDefault(key, Set.of()),
                            Objects.requireNonNull(before.get(key))));
        });
        List<TargetWrite> left = new ArrayList<>();
        for (TargetWrite write : restores) {
            Set<String> changed = new TreeSet<>(write.changed());
            changed.removeAll(staying.getOrDefault(write.record().key(), Set.of()));
            if (!changed.isEmpty()) {
                left.add(new TargetWrite(write.verb(), write.record(), write.targetId(), changed));
            }
        }
        return left;
    }
}
