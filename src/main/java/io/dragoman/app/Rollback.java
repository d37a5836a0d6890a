package io.dragoman.app;

import io.dragoman.ledger.Cost;
import io.dragoman.ledger.Outcome;
import io.dragoman.ledger.Run;
import io.dragoman.ledger.RunMode;
import io.dragoman.ledger.RunState;
import io.dragoman.model.Fate;
import io.dragoman.model.Mapping;
import io.dragoman.model.Price;
import io.dragoman.model.Problem;
import io.dragoman.model.Reading;
import io.dragoman.model.RunProblem;
import io.dragoman.model.TargetId;
import io.dragoman.model.TargetWrite;
import io.dragoman.model.TargetWrite.Verb;
import io.dragoman.run.Doubts;
import io.dragoman.run.Phase;
import io.dragoman.run.Stop;
import io.dragoman.run.Tally;
import io.dragoman.run.Undoing;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes back what a run, or the whole migration, made: records children first, then the schema, newest first. Every
 * delete has its intent and receipt, so an interrupted rollback goes on where it stopped; the end is read back.
 */
final class Rollback {
    private final Engine engine;
    private final Progress progress;
    private final @Nullable String scope;
    private final Undoing undoing;
    private long setAside;

    /** @param scope the run to take back; null for the whole migration, its schema included */
    Rollback(Engine engine, Progress progress, @Nullable String scope) {
        this.engine = engine;
        this.progress = progress;
        this.scope = scope;
        this.undoing = new Undoing(engine.ledger());
        if (scope != null && engine.ledger().runs().find(scope).isEmpty()) {
            throw new RunProblem(
                    RunProblem.Ending.REFUSED,
                    new Problem("run-unknown", scope, "the ledger has no such run. See `status`."));
        }
    }

    /** One mapping's share of a rollback. */
    record Share(String what, long records, Price price) {}

    /** What a rollback did; what could not be put back stands in the quarantine. */
    record Result(String run, List<Share> shares, long setAside, boolean stopped) {}

    /** What would be taken back, children first; shares of nothing are absent. */
    List<Share> preview() {
        List<Share> shares = new ArrayList<>();
        UndoPrices prices = new UndoPrices(engine.ledger(), engine.prices(), scope);
        for (Mapping mapping : backwards()) {
            long records = engine.ledger().lineages().made(mapping.name(), scope) + restored(mapping);
            if (records > 0) {
                shares.add(new Share(mapping.title(), records, prices.inAll(mapping)));
            }
        }
        return shares;
    }

    private long restored(Mapping mapping) {
        return scope == null ? 0 : undoing.restores(mapping.name(), scope).size();
    }

    /** @param waits whether it waits when the day's tokens are spent */
    Result go(boolean waits) {
        Run run = engine.ledger().runs().start(RunMode.ROLLBACK, scope == null ? "" : scope);
        Waiting waiting = new Waiting(engine, progress, run.id(), waits);
        try {
            List<Share> shares = new ArrayList<>();
            for (Mapping mapping : backwards()) {
                Tally tally = new Tally();
                long records = waiting.paid(() -> undo(run.id(), mapping, tally));
                if (records > 0) {
                    shares.add(new Share(mapping.title(), records, spent(run.id(), mapping)));
                }
            }
            boolean stopped = engine.stop().asked();
            engine.ledger().runs().state(run.id(), stopped ? RunState.STOPPED : RunState.DONE, "");
            return new Result(run.id(), shares, setAside, stopped);
        } catch (RunProblem problem) {
            waiting.endedBy(problem);
            throw problem;
        }
    }

    private Price spent(String run, Mapping mapping) {
        return Cost.sum(engine.ledger().spending().of(run).stream()
                .filter(cost -> cost.mapping().equals(mapping.name()))
                .toList());
    }

    private List<Mapping> backwards() {
        List<Mapping> mappings = new ArrayList<>(engine.blueprint().mappings().phases());
        mappings.removeIf(mapping -> mapping.targetKind().equals("user"));
        mappings.add(0, SchemaMaker.MAPPING);
        Collections.reverse(mappings);
        return mappings;
    }

    private long undo(String run, Mapping mapping, Tally tally) {
        engine.meter().book(run, mapping.name());
        Stop stop = new Stop(engine.stop());
        Phase phase = new Phase(run, mapping, nothing(mapping), Set.of(), true, key -> true, Set.of(), tally, stop);
        Doubts doubts = engine.doubts();
        doubts.giveUp(phase, scope);
        progress.step(mapping.title(), engine.ledger().lineages().made(mapping.name(), scope), () -> done(tally));
        if (scope != null) {
            engine.roads()
                    .target()
                    .send(phase, undoing.restores(mapping.name(), scope).iterator());
        }
        boolean oneByOne = mapping.name().equals(SchemaMaker.SCHEMA);
        Iterator<TargetWrite> undoes = undoing.undoes(run, mapping.name(), scope, stop);
        if (oneByOne) {
            undoes.forEachRemaining(undo -> {
                engine.roads().target().send(phase, List.of(undo).iterator());
                unbind(undo.record().key());
            });
        } else {
            engine.roads().target().send(phase, undoes);
        }
        doubts.settle(phase);
        readBack(run, mapping);
        setAside += tally.counts().getOrDefault(Fate.SET_ASIDE, 0L);
        return done(tally);
    }

    /** What was taken back is not looked for any more. */
    private void unbind(String item) {
        if (engine.ledger().lineages().target(SchemaMaker.SCHEMA, item).isEmpty()) {
            String name = item.substring(item.indexOf('/') + 1);
            engine.ledger().bindings().unbind(item);
            engine.ledger().bindings().unbind("type/" + name);
            if (item.startsWith("field/")) {
                engine.ledger()
                        .bindings()
                        .startingWith("option/" + name + "/")
                        .keySet()
                        .forEach(engine.ledger().bindings()::unbind);
            }
        }
    }

    private static long done(Tally tally) {
        return tally.counts().values().stream().mapToLong(Long::longValue).sum()
                - tally.counts().getOrDefault(Fate.SET_ASIDE, 0L);
    }

    private void readBack(String run, Mapping mapping) {
        if (engine.stop().asked() || mapping.name().equals(SchemaMaker.SCHEMA)) {
            return;
        }
        Set<TargetId> gone = new HashSet<>();
        engine.ledger().writes().forEach(run, row -> {
            if (row.mapping().equals(mapping.name()) && row.verb() == Verb.DELETE && row.outcome() == Outcome.SETTLED) {
                gone.add(Objects.requireNonNull(row.target(), "a delete names its target"));
            }
        });
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

    private Reading nothing(Mapping mapping) {
        return mapping.name().equals(SchemaMaker.SCHEMA)
                ? new Reading(mapping, Set.of(), List.of(), List.of())
                : engine.reading(mapping);
    }
}
