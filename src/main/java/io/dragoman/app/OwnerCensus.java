package io.dragoman.app;

import io.dragoman.model.Mapping;
import io.dragoman.run.Reassignment;
import java.util.HashMap;
import java.util.Map;

/** How many records of the export belong to each person of the source. */
final class OwnerCensus {
    private final Engine engine;

    OwnerCensus(Engine engine) {
        this.engine = engine;
    }

    /** By source key of the owner; people without records are absent. */
    Map<String, Long> count() {
        Map<String, Long> counts = new HashMap<>();
        Reassignment reassignment = new Reassignment(engine.ledger(), engine.owners());
        for (Mapping mapping : engine.blueprint().mappings().phases()) {
            if (reassignment.concerns(mapping)) {
                try (MappedRecords records = new MappedRecords(engine, mapping, engine.stop())) {
                    records.forEachRemaining(record ->
                            reassignment.people(record).forEach(person -> counts.merge(person, 1L, Long::sum)));
                }
            }
        }
        return counts;
    }
}
