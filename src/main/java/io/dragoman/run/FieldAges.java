package io.dragoman.run;

import io.dragoman.ledger.Ledger;
import io.dragoman.ledger.Lineage;
import io.dragoman.ledger.Outcome;
import io.dragoman.ledger.WriteRow;
import io.dragoman.model.Face;
import io.dragoman.model.HeldRecord;
import io.dragoman.model.Mapping;
import io.dragoman.model.TargetKind;
import io.dragoman.model.TargetRecord;
import io.dragoman.model.TargetWrite.Verb;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * When the custom fields of a mapping were made. One that is younger than our last write into it was deleted in between and made
 * anew, and took our values along.
 */
final class FieldAges {
    private static final String SCHEMA = "schema";

    private final Ledger ledger;
    private final Map<String, Long> made = new HashMap<>();

    FieldAges(Ledger ledger, Mapping mapping, TargetKind kind) {
        this.ledger = ledger;
        mapping.rows().stream()
                .filter(Mapping.Row::custom)
                .map(Mapping.Row::target)
                .forEach(field -> age(kind, field));
        String keptIn = mapping.identity().keptIn();
        if (keptIn != null) {
            age(kind, keptIn);
        }
    }

    private void age(TargetKind kind, String field) {
        ledger.lineages()
                .find(SCHEMA, "field/" + kind.schemaKind() + "/" + field)
                .ifPresent(item -> made.put(field, item.order()));
    }

    /** Fields that are empty now, because they were made anew after our last write into them. */
    Set<String> emptied(Lineage row, TargetRecord record, HeldRecord now) {
        Set<String> emptied = new TreeSet<>();
        made.forEach((field, order) -> {
            if (order > row.order() && record.customFields().containsKey(field) && isEmpty(field, now)) {
                emptied.add(field);
            }
        });
        emptied.removeIf(field -> lastWriteInto(field, row) > made.getOrDefault(field, 0L));
        return emptied;
    }

    private static boolean isEmpty(String field, HeldRecord now) {
        return now.faces().values().stream()
                .filter(face -> face.field().equals(field))
                .map(Face::text)
                .allMatch(String::isEmpty);
    }

    private long lastWriteInto(String field, Lineage row) {
        return ledger.writes().of(row.mapping(), row.key()).stream()
                .filter(write -> write.outcome() == Outcome.SETTLED)
                .filter(write ->
                        write.verb() == Verb.CREATE || write.write().changed().contains(field))
                .mapToLong(WriteRow::id)
                .max()
                .orElse(0);
    }
}
