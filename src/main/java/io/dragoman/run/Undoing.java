package io.dragoman.run;

import io.dragoman.ledger.Ledger;
import io.dragoman.ledger.Lineage;
import io.dragoman.model.TargetRecord;
import io.dragoman.model.TargetWrite;
import io.dragoman.model.TargetWrite.Verb;
import java.util.Iterator;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The ledger backwards: for what we made, a delete; for what we changed, the values from before. Joined records only
 * leave the ledger, because their target record belongs to another.
 */
public final class Undoing {
    private final Ledger ledger;

    public Undoing(Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * The writes that take a mapping's records back, newest first.
     *
     * @param run only what this run made; null for everything the migration made
     */
    public Iterator<TargetWrite> deletes(String mapping, @Nullable String run, Stop stop) {
        Iterator<Lineage> rows = ledger.lineages().newestFirst(mapping, run);
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return !stop.asked() && rows.hasNext();
            }

            @Override
            public TargetWrite next() {
                return delete(rows.next());
            }
        };
    }

    private static TargetWrite delete(Lineage row) {
        return new TargetWrite(
                Verb.DELETE,
                Objects.requireNonNull(row.made(), "a settled record knows what was written"),
                row.target(),
                Set.of());
    }

    /** The writes that put back what a run changed of records an earlier run made, newest first. */
    public Stream<TargetWrite> restores(String mapping, String run) {
        return ledger.writes().updatesOf(run, mapping).map(update -> restore(update.before(), update.write()));
    }

    private static TargetWrite restore(TargetRecord before, TargetWrite update) {
        return new TargetWrite(Verb.UPDATE, before, update.targetId(), new TreeSet<>(update.changed()));
    }
}
