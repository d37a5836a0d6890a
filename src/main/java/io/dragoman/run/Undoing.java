package io.dragoman.run;

import io.dragoman.ledger.Ledger;
import io.dragoman.ledger.Lineage;
import io.dragoman.ledger.Outcome;
import io.dragoman.ledger.RunMode;
import io.dragoman.ledger.WriteRow;
import io.dragoman.model.HeldRecord;
import io.dragoman.model.TargetRecord;
import io.dragoman.model.TargetWrite;
import io.dragoman.model.TargetWrite.Verb;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The ledger backwards: for what we made, a delete; for what we changed, the values from before, of records that were
 * there before us as well. What people did since stays, as {@link Keeping} says.
 */
public final class Undoing {
    private final Ledger ledger;

    public Undoing(Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * The records of a mapping that go, newest first; asked for one at a time. Joined ones leave the ledger on the way, because
     * their target record belongs to another.
     *
     * @param undoingRun the rollback itself; null when nothing is changed
     */
    public Iterator<Lineage> rows(@Nullable String undoingRun, String mapping, Selection selection, Stop stop) {
        Iterator<Lineage> rows = ledger.lineages().backwards(mapping);
        return new Iterator<>() {
            private @Nullable Lineage next;

            @Override
            public boolean hasNext() {
                while (next == null && !stop.asked() && rows.hasNext()) {
                    Lineage row = rows.next();
                    if (selection.covers(row) && !row.joined()) {
                        next = row;
                    } else if (selection.covers(row) && undoingRun != null) {
                        ledger.lineages().forget(undoingRun, row.mapping(), row.key());
                    }
                }
                return next != null;
            }

            @Override
            public Lineage next() {
                Lineage current = next;
                if (current == null) {
                    throw new NoSuchElementException();
                }
                next = null;
                return current;
            }
        };
    }

    /**
     * The write that takes one record back; null when it stays.
     *
     * @param now what the target holds; null when it has not got the record any more
     */
    public @Nullable TargetWrite undo(Lineage row, @Nullable HeldRecord now, Keeping keeping) {
        TargetRecord made = row.made().orElseThrow();
        if (row.createdByUs()) {
            return keeping.of(row, now).isPresent() ? null : new TargetWrite(Verb.DELETE, made, row.target(), Set.of());
        }
        Adopted adopted = Adopted.of(ledger.writes(), row.mapping(), row.key());
        TargetRecord before = adopted.restore(made, row.target(), Set.of()).record();
        return adopted.restore(made, row.target(), keeping.staying(row, now, adopted.changed(), before));
    }

    /**
     * The writes that put back what a run changed of records an earlier run made, newest first. What a rollback of this run
     * has put back already is left out, so that one that is interrupted each day still comes to its end.
     */
    public List<TargetWrite> restores(String mapping, String run) {
        List<WriteRow> rows = new ArrayList<>();
        Map<String, Integer> times = new HashMap<>();
        ledger.writes().forEach(run, row -> {
            if (row.mapping().equals(mapping) && row.verb() == Verb.UPDATE && row.outcome() == Outcome.SETTLED) {
                rows.add(row);
                times.merge(row.key(), 1, Integer::sum);
            }
        });
        List<TargetWrite> restores = new ArrayList<>();
        for (WriteRow row : rows) {
            Optional<Lineage> made = ledger.lineages()
                    .find(mapping, row.key())
                    .filter(lineage -> !lineage.run().equals(run));
            // a record changed twice goes back in two steps, and whether both were done its last write does not tell
            boolean done = times.getOrDefault(row.key(), 0) == 1
                    && made.filter(lineage -> isRollbackOf(run, lineage.lastRun()))
                            .isPresent();
            if (made.isPresent() && !done) {
                row.before()
                        .ifPresent(before -> restores.add(new TargetWrite(
                                Verb.UPDATE, before, row.target(), row.write().changed())));
            }
        }
        Collections.reverse(restores);
        return restores;
    }

    private boolean isRollbackOf(String run, String lastRun) {
        return ledger.runs()
                .find(lastRun)
                .filter(last -> last.mode() == RunMode.ROLLBACK && last.hash().equals(run))
                .isPresent();
    }
}
