package io.dragoman.mapping;

import io.dragoman.model.Mapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The order of phases: a mapping comes after all it links through; among equals the name decides. */
final class PhaseOrder {
    private final List<Mapping> order = new ArrayList<>();
    private final Map<String, Set<String>> waiting = new TreeMap<>();

    /** @param mappings by name; links to others are ignored */
    PhaseOrder(Map<String, Mapping> mappings) {
        mappings.forEach((name, mapping) -> {
            Set<String> before = new TreeSet<>();
            Draft.rows(mapping).forEach(row -> before.addAll(row.through()));
            before.retainAll(mappings.keySet());
            waiting.put(name, before);
        });
        while (true) {
            String next = waiting.entrySet().stream()
                    .filter(entry -> entry.getValue().isEmpty())
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElse(null);
            if (next == null) {
                break;
            }
            order.add(mappings.get(next));
            waiting.remove(next);
            waiting.values().forEach(before -> before.remove(next));
        }
        leaveOnlyCircle();
    }

    /** Takes away those that only wait for a circle without being part of one. */
    private void leaveOnlyCircle() {
        boolean again = true;
        while (again) {
            Set<String> waitedFor = new TreeSet<>();
            waiting.values().forEach(waitedFor::addAll);
            again = waiting.keySet().retainAll(waitedFor);
        }
    }

    /** Mappings that can run, in order. */
    List<Mapping> order() {
        return order;
    }

    /** Names of mappings that wait for each other; empty when all can run. */
    Set<String> circle() {
        return waiting.keySet();
    }
}
