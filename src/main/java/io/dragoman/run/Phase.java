package io.dragoman.run;

import io.dragoman.model.Mapping;
import io.dragoman.model.Reading;
import io.dragoman.model.SourceRecord;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One mapping's share of a run: what the routes carry along with every record.
 *
 * @param run id of the run in the ledger
 * @param mapping whose records travel
 * @param reading what is read of them
 * @param unknown mappings of which the ledger held nothing when the phase began, so that nobody asks it about them
 * @param writes whether the target is changed; a plan only proposes
 * @param only keys that take part; everything in an ordinary run, the quarantined in a replay
 * @param setAsideBefore keys that are set aside since an earlier run, so that settling one closes its entry
 * @param tally what became of the records
 * @param stop ends the phase early
 */
public record Phase(
        String run,
        Mapping mapping,
        Reading reading,
        Set<String> unknown,
        boolean writes,
        Predicate<String> only,
        Set<String> setAsideBefore,
        Tally tally,
        Stop stop) {

    /** A phase that only sends what is decided already: no record is read for it, and none is left out. */
    public static Phase ofWrites(String run, Mapping mapping, Reading reading, Tally tally, Stop stop) {
        return new Phase(run, mapping, reading, Set.of(), true, key -> true, Set.of(), tally, stop);
    }

    /** A phase is itself only: routes carry it along, and look it up, with every record. */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }

    /** The same records, counted, and ending early when the run is asked to stop. */
    public Iterator<SourceRecord> watched(Iterator<SourceRecord> records) {
        return new Iterator<>() {
            private @Nullable SourceRecord next = seek();

            private @Nullable SourceRecord seek() {
                while (!stop.asked() && records.hasNext()) {
                    SourceRecord record = records.next();
                    if (only.test(record.key())) {
                        return record;
                    }
                }
                return null;
            }

            @Override
            public boolean hasNext() {
                return next != null && !stop.asked();
            }

            @Override
            public SourceRecord next() {
                SourceRecord current = next;
                if (current == null) {
                    throw new NoSuchElementException();
                }
                tally.read();
                next = seek();
                return current;
            }
        };
    }
}
