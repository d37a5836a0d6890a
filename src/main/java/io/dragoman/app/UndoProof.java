package io.dragoman.app;

import io.dragoman.ledger.Lineage;
import io.dragoman.ledger.Outcome;
import io.dragoman.ledger.WriteRow;
import io.dragoman.model.HeldRecord;
import io.dragoman.model.HeldRequest;
import io.dragoman.model.Mapping;
import io.dragoman.model.Problem;
import io.dragoman.model.RunProblem;
import io.dragoman.model.TargetId;
import io.dragoman.model.TargetWrite.Verb;
import io.dragoman.run.Edits;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Reads back, after a rollback, that what was deleted is gone and what was put back shows what it showed before. For one thread. */
final class UndoProof {
    private static final int AT_ONCE = 100;

    private final Engine engine;
    private final Edits edits;
    private final String run;

    /** @param run the rollback */
    UndoProof(Engine engine, Edits edits, String run) {
        this.engine = engine;
        this.edits = edits;
        this.run = run;
    }

    /**
     * Looks at what the rollback did to one mapping's records.
     *
     * @return how many do not show what they showed before; they are set aside
     * @throws RunProblem {@code rollback-incomplete} when a deleted record is still there
     */
    long check(Mapping mapping) {
        Set<TargetId> gone = new HashSet<>();
        Map<TargetId, WriteRow> restored = new LinkedHashMap<>();
        engine.ledger().writes().forEach(run, row -> {
            if (row.mapping().equals(mapping.name()) && row.outcome() == Outcome.SETTLED) {
                TargetId target = Objects.requireNonNull(row.target(), "what is settled has a target");
                if (row.verb() == Verb.DELETE) {
                    gone.add(target);
                } else if (!row.write().changed().isEmpty()) {
                    restored.put(target, row);
                }
            }
        });
        mustBeGone(mapping, gone);
        return different(mapping, restored);
    }

    private void mustBeGone(Mapping mapping, Set<TargetId> gone) {
        Set<TargetId> left = gone.isEmpty() ? Set.of() : engine.roads().target().remaining(mapping.targetKind(), gone);
        if (!left.isEmpty()) {
            throw new RunProblem(
                    RunProblem.Ending.FAILED,
                    new Problem(
                            "rollback-incomplete",
                            mapping.name(),
                            left.size()
                                    + " records are still in the account after they were deleted. Look at them there, then roll back again."));
        }
    }

    private long different(Mapping mapping, Map<TargetId, WriteRow> restored) {
        long different = 0;
        Map<TargetId, WriteRow> some = new HashMap<>();
        for (Map.Entry<TargetId, WriteRow> one : restored.entrySet()) {
            some.put(one.getKey(), one.getValue());
            if (some.size() == AT_ONCE) {
                different += look(mapping, some);
                some.clear();
            }
        }
        return different + (some.isEmpty() ? 0 : look(mapping, some));
    }

    private long look(Mapping mapping, Map<TargetId, WriteRow> some) {
        long[] different = new long[1];
        engine.roads()
                .target()
                .held(HeldRequest.all(mapping.targetKind()).of(Set.copyOf(some.keySet())))
                .forEachRemaining(held -> {
                    WriteRow row = some.get(held.id());
                    if (row != null && !isBack(row, held)) {
                        different[0]++;
                        setAside(row);
                    }
                });
        return different[0];
    }

    /** What is still ours is held against the answer of the write too, because the account may give a value another form. */
    private boolean isBack(WriteRow row, HeldRecord held) {
        Optional<Lineage> ours = engine.ledger().lineages().find(row.mapping(), row.key());
        if (ours.isPresent()) {
            return Collections.disjoint(edits.of(ours.get(), held), row.write().changed());
        }
        return edits.otherThan(row.write().record(), held, row.write().changed())
                .isEmpty();
    }

    private void setAside(WriteRow row) {
        engine.ledger()
                .quarantine()
                .setAside(
                        run,
                        row.mapping(),
                        row.key(),
                        new Problem(
                                "restore-differs",
                                row.mapping() + " " + row.key(),
                                "the account took the values from before, and shows others. Look at the record there."),
                        null);
    }
}
