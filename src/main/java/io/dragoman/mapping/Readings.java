package io.dragoman.mapping;

import io.dragoman.model.Mapping;
import io.dragoman.model.Mapping.Gather;
import io.dragoman.model.Mapping.Lines;
import io.dragoman.model.Mapping.Row;
import io.dragoman.model.Policy;
import io.dragoman.model.Policy.Passage;
import io.dragoman.model.Reading;
import io.dragoman.model.TargetKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Finds what a phase must read, so that what may not leave is not even read. */
public final class Readings {
    private final Mappings mappings;

    public Readings(Mappings mappings) {
        this.mappings = mappings;
    }

    /**
     * Columns and children that rows use which the policy lets through or turns into tokens, and the columns the mapping
     * itself needs: key, survivor, rules and gathering. Columns that only tell which records are the same are not read.
     */
    public Reading of(Mapping mapping, Policy policy) {
        Set<String> columns = new TreeSet<>(mapping.identity().lineage());
        String survivor = mapping.identity().survivor();
        if (survivor != null) {
            columns.add(survivor);
        }
        mapping.leaveOut().forEach(rule -> columns.addAll(rule.when().keySet()));
        Map<String, Set<String>> gathered = new LinkedHashMap<>();
        Lines lines = mapping.lines();
        if (lines != null) {
            gathered.put(lines.each(), new TreeSet<>());
        }
        reads(mapping, policy).forEach(field -> read(mapping, field, columns, gathered));
        List<Gather> gathers = new ArrayList<>();
        List<Set<String>> gatherColumns = new ArrayList<>();
        for (Gather gather : mapping.gathers()) {
            Set<String> used = gathered.get(gather.name());
            if (used != null) {
                columns.addAll(gather.by().values());
                gathers.add(gather);
                // Of several gathers in one row, each has some of the columns that are picked.
                used.retainAll(mappings.columns(gather.from()));
                gatherColumns.add(used);
            }
        }
        return new Reading(mapping, columns, gathers, gatherColumns);
    }

    private Set<String> reads(Mapping mapping, Policy policy) {
        TargetKind kind = mappings.kindOf(mapping);
        Set<String> reads = new TreeSet<>();
        for (Row row : mapping.rows()) {
            if (policy.passage(row, kind) != Passage.NOT_AT_ALL) {
                reads.addAll(row.reads(policy));
            }
        }
        Lines lines = mapping.lines();
        for (Row row : lines == null ? List.<Row>of() : lines.rows()) {
            if (policy.linePassage(row) != Passage.NOT_AT_ALL) {
                reads.addAll(row.reads(policy));
            }
        }
        return reads;
    }

    private static void read(Mapping mapping, String field, Set<String> columns, Map<String, Set<String>> gathered) {
        int dot = field.indexOf('.');
        String name = dot < 0 ? field : field.substring(0, dot);
        boolean gather = mapping.gathers().stream().anyMatch(one -> one.name().equals(name));
        if (!gather) {
            columns.add(name);
            return;
        }
        Set<String> used = gathered.computeIfAbsent(name, none -> new TreeSet<>());
        if (dot >= 0) {
            used.add(field.substring(dot + 1));
        }
    }
}
