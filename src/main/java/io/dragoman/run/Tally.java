package io.dragoman.run;

import io.dragoman.model.Fate;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts what became of each record of one phase. Safe for all workers at once. */
public final class Tally {
    private final Map<Fate, LongAdder> fates = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> notes = new ConcurrentHashMap<>();
    private final LongAdder read = new LongAdder();
    private Proposed proposed = Proposed.NOTHING;

    /** Counts a record that came out of the source. */
    public void read() {
        read.increment();
    }

    /** Counts what became of a record. */
    public void count(Fate fate) {
        fates.computeIfAbsent(fate, f -> new LongAdder()).increment();
    }

    /** Counts something worth telling that is no problem, such as a text cut short. */
    public void note(String what) {
        notes.computeIfAbsent(what, n -> new LongAdder()).increment();
    }

    /** Adds what a plan would write. */
    public synchronized void propose(Proposed write) {
        proposed = proposed.plus(write);
    }

    /** Everything a plan would write until now. */
    public synchronized Proposed proposed() {
        return proposed;
    }

    public long records() {
        return read.sum();
    }

    /** Count by fate, in the order of the fates; those that never happened are absent. */
    public Map<Fate, Long> counts() {
        Map<Fate, Long> counts = new EnumMap<>(Fate.class);
        fates.forEach((fate, count) -> counts.put(fate, count.sum()));
        return counts;
    }

    /** Count by note; empty when nothing was noted. */
    public Map<String, Long> notes() {
        Map<String, Long> counts = new java.util.TreeMap<>();
        notes.forEach((note, count) -> counts.put(note, count.sum()));
        return counts;
    }

    /** Records read that no fate accounts for; anything but zero at the end of a phase is a fault of ours. */
    public long unaccounted() {
        return records() - fates.values().stream().mapToLong(LongAdder::sum).sum();
    }
}
