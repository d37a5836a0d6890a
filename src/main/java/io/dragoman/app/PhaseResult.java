package io.dragoman.app;

import io.dragoman.model.Fate;
import io.dragoman.run.Proposed;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * What became of one mapping's records.
 *
 * @param records that came out of the source
 * @param fates count by fate; their sum is the records
 * @param notes count by note
 * @param proposed what a plan would write
 */
record PhaseResult(long records, Map<Fate, Long> fates, Map<String, Long> notes, Proposed proposed) {
    long count(Fate fate) {
        return fates.getOrDefault(fate, 0L);
    }

    /** This try of a phase and the one that went on after it: what the first wrote, the second found unchanged. */
    PhaseResult after(PhaseResult later) {
        Map<Fate, Long> sum = new EnumMap<>(Fate.class);
        sum.putAll(later.fates());
        long written = 0;
        for (Fate fate : new Fate[] {Fate.CREATED, Fate.UPDATED, Fate.MATCHED, Fate.JOINED, Fate.KEPT}) {
            written += count(fate);
            sum.merge(fate, count(fate), Long::sum);
        }
        sum.merge(Fate.UNCHANGED, -written, Long::sum);
        sum.values().removeIf(count -> count == 0);
        Map<String, Long> allNotes = new TreeMap<>(notes);
        later.notes().forEach((note, count) -> allNotes.merge(note, count, Long::sum));
        return new PhaseResult(later.records(), sum, allNotes, later.proposed());
    }
}
