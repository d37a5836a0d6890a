package io.dragoman.privacy;

import io.dragoman.model.Mapping;
import io.dragoman.model.Mapping.Lines;
import io.dragoman.model.Mapping.Row;
import io.dragoman.model.Policy;
import io.dragoman.model.Policy.Passage;
import io.dragoman.model.TargetKind;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a policy makes of one mapping, the same for all its records.
 *
 * @param columns of the record that rows use which travel
 * @param gathered for each gather that such rows use, the columns of its children
 * @param withheld targets of rows kept back
 * @param tokens rows that travel as tokens, by target
 * @param whole whether a field is kept back without which no record can be made
 */
record Passages(
        Set<String> columns,
        Map<String, Set<String>> gathered,
        Set<String> withheld,
        Map<String, TokenRow> tokens,
        boolean whole) {

    /** A row that travels as a token: the fields it is made of, and whether it must look like an e-mail address. */
    record TokenRow(List<String> reads, boolean email) {}

    static Passages of(Mapping mapping, Policy policy, TargetKind kind) {
        Passages passages = new Passages(
                new HashSet<>(),
                new HashMap<>(),
                new HashSet<>(),
                new LinkedHashMap<>(),
                policy.withholdsWhole(mapping, kind));
        for (Row row : mapping.rows()) {
            passages.add(row, row.target(), policy.passage(row, kind), row.reads(policy), kind);
        }
        Lines lines = mapping.lines();
        if (lines != null) {
            lines.rows()
                    .forEach(row -> passages.add(
                            row, "lines." + row.target(), policy.linePassage(row), row.reads(policy), kind));
            passages.gathered.computeIfAbsent(lines.each(), none -> new HashSet<>());
        }
        return passages;
    }

    private void add(Row row, String target, Passage passage, Set<String> reads, TargetKind kind) {
        switch (passage) {
            case AS_IT_IS -> reads.forEach(this::keep);
            case AS_TOKEN ->
                tokens.put(
                        target,
                        new TokenRow(List.copyOf(reads), kind.typeOf(row).equals("emails")));
            case NOT_AT_ALL -> withheld.add(target);
        }
    }

    private void keep(String field) {
        int dot = field.indexOf('.');
        String name = dot < 0 ? field : field.substring(0, dot);
        if (dot < 0) {
            columns.add(name);
        }
        // Whether a plain name is a column or a gather shows only in the record; both are kept under their own rule.
        Set<String> cells = gathered.computeIfAbsent(name, none -> new HashSet<>());
        if (dot >= 0) {
            cells.add(field.substring(dot + 1));
        }
    }
}
