package io.dragoman.run;

import io.dragoman.model.AsHeld;
import io.dragoman.model.HeldRecord;
import io.dragoman.model.Mapping;
import io.dragoman.model.TargetId;
import io.dragoman.model.TargetKind;
import io.dragoman.model.TargetRecord;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/** Tells which other records of the target a record leads to, by their kind. Thread-safe. */
public final class Links {
    private static final Map<String, String> KINDS = Map.of(
            "person", "person",
            "persons", "person",
            "organization", "organization",
            "deal", "deal",
            "lead", "lead",
            "product", "product",
            "activity", "activity");

    private final Map<String, TargetKind> kinds;
    private final Map<String, Map<String, Set<String>>> custom = new HashMap<>();

    /**
     * Links of one migration's records.
     *
     * @param kinds by name, as the target has them
     * @param mappings all, users among them
     */
    public Links(Map<String, TargetKind> kinds, Collection<Mapping> mappings) {
        this.kinds = Map.copyOf(kinds);
        Map<String, String> kindOf = new HashMap<>();
        mappings.forEach(mapping -> kindOf.put(mapping.name(), mapping.targetKind()));
        for (Mapping mapping : mappings) {
            Map<String, Set<String>> fields = new HashMap<>();
            mapping.rows().stream()
                    .filter(row -> row.custom() && row.isLink())
                    .forEach(row -> fields.put(
                            row.target(),
                            row.through().stream().map(kindOf::get).collect(Collectors.toSet())));
            custom.put(mapping.name(), fields);
        }
    }

    /** What a record of ours leads to; empty for what has no links, such as an item of the schema. */
    public Map<String, Set<TargetId>> of(TargetRecord record) {
        Map<String, Set<TargetId>> links = new HashMap<>();
        BiConsumer<String, Object> standard = (field, value) -> add(links, record.kind(), field, value);
        record.fields().forEach(standard);
        record.lines().forEach(line -> line.fields().forEach(standard));
        custom.getOrDefault(record.mapping(), Map.of()).forEach((field, to) -> {
            Object value = record.customFields().get(field);
            if (value != null) {
                to.forEach(kind -> add(links, kind, value));
            }
        });
        return links;
    }

    /** What a record leads to in the target now. */
    public Map<String, Set<TargetId>> of(String kind, HeldRecord held) {
        Map<String, Set<TargetId>> links = new HashMap<>();
        held.fields().forEach((field, value) -> add(links, kind, field, value));
        return links;
    }

    private void add(Map<String, Set<TargetId>> links, String kind, String field, Object value) {
        TargetKind known = kinds.get(kind);
        String to = known == null ? null : KINDS.get(known.fields().getOrDefault(field, ""));
        if (to != null) {
            add(links, to, value);
        }
    }

    private static void add(Map<String, Set<TargetId>> links, String kind, Object value) {
        Collection<?> several = value instanceof Collection<?> many ? many : List.of(value);
        for (Object one : several) {
            if (one instanceof TargetId id) {
                links.computeIfAbsent(kind, any -> new HashSet<>()).add(id);
            } else if (one instanceof AsHeld held) {
                for (String id : held.text().split(",", -1)) {
                    if (!id.isEmpty()) {
                        links.computeIfAbsent(kind, any -> new HashSet<>()).add(new TargetId(id));
                    }
                }
            }
        }
    }
}
