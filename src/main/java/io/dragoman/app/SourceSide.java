package io.dragoman.app;

import io.dragoman.ledger.Intent;
import io.dragoman.ledger.Lineage;
import io.dragoman.mapping.LeaveOuts;
import io.dragoman.model.Mapping;
import io.dragoman.model.Screened;
import io.dragoman.model.SourceRecord;
import io.dragoman.run.Mismatch;
import io.dragoman.run.Mismatch.Sort;
import io.dragoman.run.Stop;
import io.dragoman.run.Tally;
import io.dragoman.staging.Pass;
import io.dragoman.staging.Records;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The source of one mapping held against the ledger: what changed, came and went there. Writes nothing. For one thread. */
final class SourceSide {
    private final Engine engine;
    private final Mapping mapping;
    private final Consumer<Mismatch> told;
    private final Set<String> setAside;
    private final Set<String> inDoubt;
    private final Prospect prospect;
    private long records;
    private long staying;

    SourceSide(Engine engine, Mapping mapping, Consumer<Mismatch> told) {
        this.engine = engine;
        this.mapping = mapping;
        this.told = told;
        this.setAside = engine.ledger().quarantine().openKeys(mapping.name());
        this.inDoubt = engine.ledger().writes().open(mapping.name()).stream()
                .map(Intent::key)
                .collect(Collectors.toSet());
        this.prospect = engine.roads().prospect(mapping);
    }

    /**
     * How many records a mapping has at the source.
     *
     * @param staying those that the policy or a rule keeps there
     */
    record Standing(long records, long staying) {}

    /** Looks at every record of the source, and whether each of the ledger's is still there. */
    Standing look(Stop stop) {
        engine.noteIn(new Tally());
        for (Pass pass : Pass.values()) {
            try (Records source = engine.staging().read(engine.reading(mapping), pass)) {
                while (!stop.asked() && source.hasNext()) {
                    look(source.next());
                }
            }
        }
        setAside.forEach(key -> told.accept(new Mismatch(Sort.SET_ASIDE, mapping.name(), key, null)));
        lookForGone(stop);
        return new Standing(records, staying);
    }

    private void look(SourceRecord source) {
        records++;
        Optional<Lineage> known = engine.ledger().lineages().find(mapping.name(), source.key());
        if (staysBehind(source)) {
            staying++;
        } else if (known.isPresent()) {
            prospect.fields(source, known.get())
                    .ifPresent(fields -> told.accept(new Mismatch(
                                    Sort.SOURCE_CHANGED,
                                    mapping.name(),
                                    source.key(),
                                    known.get().target())
                            .about(fields)));
        } else if (!setAside.contains(source.key()) && !inDoubt.contains(source.key())) {
            told.accept(new Mismatch(Sort.SOURCE_NEW, mapping.name(), source.key(), null));
        }
    }

    private boolean staysBehind(SourceRecord source) {
        if (LeaveOuts.rule(mapping, source).isPresent()) {
            return true;
        }
        Screened screened = engine.screen().screen(source, mapping);
        return screened.whole();
    }

    private void lookForGone(Stop stop) {
        Iterator<Lineage> rows = engine.ledger().lineages().backwards(mapping.name());
        while (!stop.asked() && rows.hasNext()) {
            Lineage row = rows.next();
            if (!engine.atSource(mapping.name(), row.key())) {
                told.accept(new Mismatch(Sort.SOURCE_GONE, mapping.name(), row.key(), row.target()));
            }
        }
    }
}
