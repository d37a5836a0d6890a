package io.dragoman.app;

import io.dragoman.model.Mapping;
import io.dragoman.model.Problem;
import io.dragoman.model.TargetKind;
import io.dragoman.model.TargetWrite;
import io.dragoman.run.Mending;
import io.dragoman.run.Phase;
import io.dragoman.run.Stop;
import io.dragoman.run.Sweep;
import io.dragoman.run.Tally;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The end of a run: second copies are deleted, and what got lost in the target is told, so that it travels again. */
final class Sweeping {
    private final Engine engine;
    private final String run;
    private final Sweep sweep;
    private final Mending mending;
    private final Map<String, Set<String>> again = new HashMap<>();
    private long copies;
    private long missing;
    private long notListed;

    Sweeping(Engine engine, String run) {
        this.engine = engine;
        this.run = run;
        List<Mapping> mappings = engine.blueprint().mappings().phases();
        this.sweep = new Sweep(engine.ledger(), engine.roads().target(), mappings);
        this.mending = new Mending(engine.ledger().lineages(), mappings);
    }

    /** How many second copies were deleted, lost records let go, and accepted records that the account does not list. */
    record Result(long copies, long missing, long notListed) {
        static final Result NOTHING = new Result(0, 0, 0);
    }

    Result result() {
        return new Result(copies, missing, notListed);
    }

    /** Keys of the records that have to travel again, by mapping. */
    Map<String, Set<String>> again() {
        return again;
    }

    /** Looks at what was made of one mapping. */
    void at(Mapping mapping) {
        TargetKind kind = engine.blueprint().mappings().kindOf(mapping);
        Sweep.Found found = sweep.look(mapping, kind.listed());
        delete(found, mapping);
        if (found.missing().isEmpty()) {
            sweep.inOrder(mapping, run);
        } else if (kind.capped()) {
            setAside(found, mapping);
        } else {
            missing += found.missing().size();
            mending.letGo(run, mapping, found.missing())
                    .forEach((name, keys) ->
                            again.computeIfAbsent(name, any -> new HashSet<>()).addAll(keys));
        }
    }

    private void delete(Sweep.Found found, Mapping mapping) {
        if (found.copies().isEmpty()) {
            return;
        }
        Phase phase = Phase.ofWrites(run, mapping, engine.reading(mapping), new Tally(), new Stop(engine.stop()));
        // A record that was sent three times may have two copies, and takes one write at a time.
        List<TargetWrite> left = new ArrayList<>(found.copies());
        while (!left.isEmpty()) {
            Map<String, TargetWrite> oneEach = new LinkedHashMap<>();
            left.forEach(copy -> oneEach.putIfAbsent(copy.record().key(), copy));
            engine.roads().target().send(phase, oneEach.values().iterator());
            engine.doubts().settle(phase);
            left.removeAll(oneEach.values());
        }
        copies += found.copies().size();
    }

    /** Written again, such a record could be there twice one day. */
    private void setAside(Sweep.Found found, Mapping mapping) {
        notListed += found.missing().size();
        found.missing()
                .forEach((key, id) -> engine.ledger()
                        .quarantine()
                        .setAside(
                                run,
                                mapping.name(),
                                key,
                                new Problem(
                                        "not-listed",
                                        mapping.name() + " " + key,
                                        "the account accepted this record and does not list it: it may wait for room under"
                                                + " the plan's cap, or somebody deleted it. Look there; the next run looks again."),
                                null));
    }
}
