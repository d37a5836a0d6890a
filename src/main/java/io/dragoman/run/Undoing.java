package io.dragoman.run;

import io.dragoman.ledger.Ledger;
import io.dragoman.ledger.Lineage;
import io.dragoman.ledger.Outcome;
import io.dragoman.model.TargetRecord;
import io.dragoman.model.TargetWrite;
import io.dragoman.model.TargetWrite.Verb;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The ledger backwards: for what we made, a delete; for what we changed, the values from before, of records that were
 * there before us as well. Joined records only leave the ledger, because their target record belongs to another.
 */
public final class Undoing {
    private final Ledger ledger;

    public Undoing(Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * The writes that take a mapping's records back, newest first; asked for one at a time.
     *
     * @param undoingRun the rollback itself
     * @param run only what this run made or adopted; null for everything the migration did
     */
    public Iterator<TargetWrite> undoes(String undoingRun, String mapping, @Nullable String run, Stop stop) {
        Iterator<Lineage> rows = ledger.lineages().backwards(mapping);
        return new Iterator<>() {
            private @Nullable TargetWrite next;

            @Override
            public boolean hasNext() {
                while (next == null && !stop.asked() && rows.hasNext()) {
                    next = undo(rows.next(), undoingRun, run);
                }
                return next != null;
            }

            @Override
            public TargetWrite next() {
                TargetWrite current = next;
                if (current == null) {
                    throw new NoSuchElementException();
                }
                next = null;
                return current;
            }
        };
    }

    private @Nullable TargetWrite undo(Lineage row, String undoingRun, @Nullable String run) {
        if (run != null && !row.run().equals(run)) {
            return null;
        }
        if (row.joined()) {
            ledger.lineages().forget(undoingRun, row.mapping(), row.key());
            return null;
        }
        TargetRecord made = row.made().orElseThrow();
        return row.createdByUs()
                ? new TargetWrite(Verb.DELETE, made, row.target(), Set.of())
                : Adopted.of(ledger.writes(), row.mapping(), row.key()).restore(made, row.target());
    }

    /** The writes that put back what a run changed of records an earlier run made, newest first. */
    public List<TargetWrite> restores(String mapping, String run) {
        List<TargetWrite> restores = new ArrayList<>();
        ledger.writes().forEach(run, row -> {
            if (row.mapping().equals(mapping)
                    && row.verb() == Verb.UPDATE
                    && row.outcome() == Outcome.SETTLED
                    && madeBefore(row.mapping(), row.key(), run)) {
                row.before()
                        .ifPresent(before -> restores.add(new TargetWrite(
                                Verb.UPDATE, before, row.target(), row.write().changed())));
            }
        });
        Collections.reverse(restores);
        return restores;
    }

    private boolean madeBefore(String mapping, String key, String run) {
        return ledger.lineages()
                .find(mapping, key)
                .filter(row -> !row.run().equals(run))
                .isPresent();
    }
}
