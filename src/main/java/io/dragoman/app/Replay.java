package io.dragoman.app;

import io.dragoman.ledger.Quarantine;
import io.dragoman.ledger.RunMode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Another try for records that were set aside. Records that are in the target and name others which were not there travel too, because
 * those may arrive now.
 */
final class Replay {
    private final Engine engine;
    private final Selection selection;
    private final Map<String, Set<String>> travelling = new ConcurrentHashMap<>();

    Replay(Engine engine, Selection selection) {
        this.engine = engine;
        this.selection = selection;
    }

    /**
     * Which entries are wanted.
     *
     * @param codes empty for every code
     * @param keys source keys; empty for every key
     * @param mapping null for every mapping
     */
    record Selection(
            List<String> codes, List<String> keys, @Nullable String mapping) {
        Set<String> keys(Quarantine quarantine, String of) {
            Set<String> chosen = new HashSet<>();
            if (mapping == null || mapping.equals(of)) {
                if (codes.isEmpty()) {
                    chosen.addAll(quarantine.openKeys(of));
                }
                codes.forEach(code -> chosen.addAll(quarantine.openKeys(of, code)));
            }
            if (!keys.isEmpty()) {
                chosen.retainAll(Set.copyOf(keys));
            }
            return chosen;
        }
    }

    /** How many records have an entry that is wanted. */
    long records() {
        return engine.blueprint().mappings().all().stream()
                .mapToLong(mapping -> selection
                        .keys(engine.ledger().quarantine(), mapping.name())
                        .size())
                .sum();
    }

    JourneyResult go(Progress progress) {
        return new Journey(engine, progress, RunMode.REPLAY, true).go(this::travels);
    }

    private boolean travels(String mapping, String key) {
        return travelling.computeIfAbsent(mapping, this::keys).contains(key);
    }

    private Set<String> keys(String mapping) {
        Set<String> keys = selection.keys(engine.ledger().quarantine(), mapping);
        keys.addAll(engine.ledger().lineages().toLookAt(mapping));
        return keys;
    }
}
