package io.dragoman.app;

import io.dragoman.model.Fate;
import io.dragoman.model.Mapping;
import io.dragoman.model.Problem;
import io.dragoman.model.Reading;
import io.dragoman.model.RunProblem;
import io.dragoman.run.Doubts;
import io.dragoman.run.Phase;
import io.dragoman.run.Stop;
import io.dragoman.run.Tally;
import io.dragoman.staging.Pass;
import io.dragoman.staging.StagedProblems;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One mapping's records on their way, from open intents of an earlier run to the sum of fates. */
final class PhaseTravel {
    private static final Logger LOG = LoggerFactory.getLogger(PhaseTravel.class);

    private static final String UNREADABLE = "row ";
    /** What an entry says that was closed because its record is no more. */
    private static final String GONE = "no more at the source";

    private final Engine engine;
    private final Progress progress;
    private final String run;
    private final Mapping mapping;
    private final boolean writes;
    private Tally tally = new Tally();

    PhaseTravel(Engine engine, Progress progress, String run, Mapping mapping, boolean writes) {
        this.engine = engine;
        this.progress = progress;
        this.run = run;
        this.mapping = mapping;
        this.writes = writes;
    }

    /** What is counted until now. */
    PhaseResult soFar() {
        return new PhaseResult(tally.records(), tally.counts(), tally.notes(), tally.proposed());
    }

    /**
     * Sends every record down the road, and asks the target about those whose answers were lost.
     *
     * @throws RunProblem when the run has to stop; what was written has its receipt or an open intent
     */
    PhaseResult once(Predicate<String> takesPart) {
        engine.meter().book(run, mapping.name());
        Set<String> setAside = new HashSet<>(engine.ledger().quarantine().openKeys(mapping.name()));
        Stop stop = new Stop(engine.stop());
        Reading reading = engine.reading(mapping);
        Doubts doubts = engine.doubts();
        if (writes) {
            // Counted apart: these records are read again below, and found settled.
            doubts.settle(phase(reading, takesPart, setAside, new Tally(), stop));
        }
        tally = new Tally();
        engine.noteIn(tally);
        engine.roads().beginPhase();
        // A row with a key that another row has too stays set aside, though that other row travels well.
        setAside.removeAll(setAsideWhileReading(reading, takesPart));
        Phase phase = phase(reading, takesPart, setAside, tally, stop);
        progress.phase(run, mapping, engine.staging().count(mapping.sourceObject()), tally);
        for (Pass pass : Pass.values()) {
            engine.roads().travel(phase, pass);
            if (writes) {
                doubts.settle(phase); // records that join another one need it to be there
                engine.roads().finish(phase, doubts);
            }
        }
        if (writes && !stop.asked()) {
            closeMended(setAside);
            closeGone(setAside);
        }
        PhaseResult result = soFar();
        if (!engine.stop().asked() && tally.unaccounted() != 0) {
            throw new RunProblem(
                    RunProblem.Ending.FAILED,
                    new Problem(
                            "fates-do-not-add-up",
                            mapping.name(),
                            tally.unaccounted()
                                    + " records have no fate. This is a fault of Dragoman; report it with the counts."));
        }
        LOG.info("{}: {} records, {}", mapping.name(), result.records(), result.fates());
        return result;
    }

    private Phase phase(Reading reading, Predicate<String> takesPart, Set<String> setAside, Tally counted, Stop stop) {
        return new Phase(run, mapping, reading, engine.unknown(), writes, takesPart, setAside, counted, stop);
    }

    /** Sets aside the rows that cannot be used under this reading, and gives the keys of all of them. */
    private Set<String> setAsideWhileReading(Reading reading, Predicate<String> takesPart) {
        Set<String> keys = new HashSet<>();
        try (StagedProblems problems = engine.staging().problems(reading)) {
            problems.forEachRemaining(staged -> {
                String key = staged.key().isEmpty() ? UNREADABLE + staged.row() : staged.key();
                if (takesPart.test(key)) {
                    tally.read();
                    tally.count(Fate.SET_ASIDE);
                    engine.ledger().quarantine().setAside(run, mapping.name(), key, staged.problem(), null);
                }
                keys.add(key);
            });
        }
        return keys;
    }

    /** What the source has no more cannot be mended there, nor replayed. A source that is empty, or has rows without a key, does not say so. */
    private void closeGone(Set<String> setAsideBefore) {
        String object = mapping.sourceObject();
        boolean partial = Boolean.FALSE.equals(engine.file().source().complete());
        if (!partial
                && engine.staging().count(object) > 0
                && engine.staging().proof().readable(object)) {
            setAsideBefore.stream()
                    .filter(key -> !key.startsWith(UNREADABLE))
                    .filter(key -> !engine.atSource(mapping.name(), key))
                    .forEach(key -> engine.ledger().quarantine().resolve(mapping.name(), key, run + ": " + GONE));
        }
    }

    /** A row that could not be read has no key; once the file is mended its number says nothing any more. */
    private void closeMended(Set<String> setAsideBefore) {
        setAsideBefore.stream()
                .filter(key -> key.startsWith(UNREADABLE))
                .forEach(key -> engine.ledger().quarantine().resolve(mapping.name(), key, run));
    }
}
