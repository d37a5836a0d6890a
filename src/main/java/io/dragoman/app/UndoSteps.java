package io.dragoman.app;

import io.dragoman.model.Fate;
import io.dragoman.model.TargetWrite;
import io.dragoman.run.Keeping;
import io.dragoman.run.Tally;
import io.dragoman.run.Undoing;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** The writes that take records back, decided one at a time; what stays is counted on the way. For one thread. */
final class UndoSteps implements Iterator<TargetWrite> {
    private final Iterator<Sight.Seen> rows;
    private final Undoing undoing;
    private final Keeping keeping;
    private final Tally tally;
    private @Nullable TargetWrite next;

    UndoSteps(Iterator<Sight.Seen> rows, Undoing undoing, Keeping keeping, Tally tally) {
        this.rows = rows;
        this.undoing = undoing;
        this.keeping = keeping;
        this.tally = tally;
    }

    @Override
    public boolean hasNext() {
        while (next == null && rows.hasNext()) {
            Sight.Seen seen = rows.next();
            next = undoing.undo(seen.lineage(), seen.now(), keeping);
            if (next == null) {
                tally.count(Fate.KEPT);
            }
        }
        return next != null;
    }

    @Override
    public TargetWrite next() {
        if (!hasNext() || next == null) {
            throw new NoSuchElementException();
        }
        TargetWrite current = next;
        next = null;
        return current;
    }
}
