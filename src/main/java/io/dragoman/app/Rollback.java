package io.dragoman.app;

import io.dragoman.ledger.Cost;
import io.dragoman.ledger.Lineage;
import io.dragoman.ledger.Run;
import io.dragoman.ledger.RunMode;
import io.dragoman.ledger.RunState;
import io.dragoman.model.Fate;
import io.dragoman.model.Mapping;
import io.dragoman.model.Price;
import io.dragoman.model.Reading;
import io.dragoman.model.RunProblem;
import io.dragoman.model.TargetWrite;
import io.dragoman.run.Doubts;
import io.dragoman.run.Edits;
import io.dragoman.run.Keeping;
import io.dragoman.run.Kept;
import io.dragoman.run.Links;
import io.dragoman.run.Phase;
import io.dragoman.run.Selection;
import io.dragoman.run.Stop;
import io.dragoman.run.Tally;
import io.dragoman.run.UndoScope;
import io.dragoman.run.Undoing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes back what a run, a mapping or the whole migration made: records children first, then the schema, newest first. What people
 * worked on stays. Every delete has its intent and receipt, so an interrupted rollback goes on where it stopped; the end is read back.
 */
final class Rollback implements AutoCloseable {
    private final Engine engine;
    private final Progress progress;
    private final UndoScope scope;
    private final Undoing undoing;
    private final Edits edits;
    private final Keeping keeping;
    private final Links links;
    private final Sight sight;
    private final Survey survey;
    private final long spentBefore;
    private @Nullable Selection selection;
    private long setAside;

    /** @param force whether it goes on over what people did since */
    Rollback(Engine engine, Progress progress, UndoScope scope, boolean force) {
        this.engine = engine;
        this.progress = progress;
        this.scope = scope;
        this.spentBefore = engine.meter().paid();
        this.undoing = new Undoing(engine.ledger());
        this.edits = new Edits(engine.ledger().writes(), engine.roads().target());
        this.links = new Links(engine.kinds(), engine.blueprint().mappings().all());
        this.sight = new Sight(engine);
        this.survey = new Survey(engine, sight, links);
        this.keeping = survey.keeping(edits, force);
        ScopeCheck.mustBeKnown(engine, scope);
    }

    /**
     * One mapping's share of a rollback.
     *
     * @param records taken back
     * @param kept that stay, whole or in some fields
     */
    record Share(String what, long records, long kept, Price price) {}

    /** What a rollback did; what could not be put back stands in the quarantine. */
    record Result(String run, List<Share> shares, List<Kept> kept, long setAside, boolean stopped) {}

    /** How many records the ledger has in the scope; asks the account nothing. */
    long records() {
        long records = 0;
        for (Mapping mapping : backwards()) {
            Iterator<Lineage> rows = rows(null, mapping, new Stop(engine.stop()));
            while (rows.hasNext()) {
                rows.next();
                records++;
            }
            records += restored(mapping);
        }
        return records;
    }

    /** What would be taken back and what would stay, children first; looks at the account, and changes nothing. */
    List<Share> preview() {
        engine.meter().book("", "");
        survey.read(since());
        UndoPrices prices = new UndoPrices(engine, scope);
        List<Share> shares = new ArrayList<>();
        for (Mapping mapping : backwards()) {
            long keptBefore = keeping.all().size();
            Tally tally = new Tally();
            Iterator<TargetWrite> writes = writes(null, mapping, tally, new Stop(engine.stop()));
            UndoPrices.Sum sum = prices.sum(mapping);
            while (writes.hasNext()) {
                sum.add(writes.next());
            }
            long records = sum.records() + restored(mapping);
            long kept = keeping.all().size() - keptBefore;
            if (records + kept > 0) {
                shares.add(new Share(mapping.title(), records, kept, sum.price()));
            }
        }
        if (!shares.isEmpty()) {
            shares.add(0, new Share(UndoPrices.LOOKING, 0, 0, prices.looking()));
        }
        return shares;
    }

    /** Tokens that looking took until now. */
    long looked() {
        return engine.meter().paid() - spentBefore;
    }

    /** What would stay, and why; after {@link #preview}. */
    List<Kept> kept() {
        return keeping.all();
    }

    private long restored(Mapping mapping) {
        String run = scope.run();
        return run == null ? 0 : undoing.restores(mapping.name(), run).size();
    }

    /** @param waits whether it waits when the day's tokens are spent */
    Result go(boolean waits) {
        Run run = engine.ledger().runs().start(RunMode.ROLLBACK, scope.word());
        Waiting waiting = new Waiting(engine, progress, run.id(), waits);
        UndoProof proof = new UndoProof(engine, edits, run.id());
        try {
            for (Mapping mapping : backwards()) {
                waiting.paid(() -> {
                    giveUp(run.id(), mapping);
                    return mapping;
                });
            }
            selection = null; // what arrived unseen is known now
            engine.meter().book(run.id(), "");
            waiting.paid(() -> {
                survey.read(since());
                return survey;
            });
            List<Share> shares = new ArrayList<>();
            for (Mapping mapping : backwards()) {
                Tally tally = new Tally();
                long keptBefore = keeping.all().size();
                long records = waiting.paid(() -> undo(run.id(), mapping, tally, proof));
                long kept = keeping.all().size() - keptBefore;
                if (records + kept > 0) {
                    shares.add(new Share(mapping.title(), records, kept, spent(run.id(), mapping)));
                }
            }
            remember(run.id());
            boolean stopped = engine.stop().asked();
            engine.ledger().runs().state(run.id(), stopped ? RunState.STOPPED : RunState.DONE, "");
            return new Result(run.id(), shares, keeping.all(), setAside, stopped);
        } catch (RunProblem problem) {
            waiting.endedBy(problem);
            throw problem;
        }
    }

    private Instant since() {
        return engine.ledger().runs().all().stream()
                .filter(run -> scope.run() == null || run.id().equals(scope.run()))
                .map(Run::started)
                .min(Instant::compareTo)
                .orElse(Instant.EPOCH);
    }

    private Price spent(String run, Mapping mapping) {
        return Cost.sum(engine.ledger().spending().of(run).stream()
                .filter(cost -> cost.mapping().equals(mapping.name()))
                .toList());
    }

    private List<Mapping> mappings() {
        return engine.blueprint().mappings().phases().stream()
                .filter(mapping -> !mapping.targetKind().equals("user"))
                .toList();
    }

    private List<Mapping> backwards() {
        List<Mapping> mappings = new ArrayList<>(mappings());
        if (!scope.isPart()) {
            mappings.add(0, SchemaMaker.MAPPING);
        }
        Collections.reverse(mappings);
        return mappings;
    }

    private Selection selection() {
        Selection known = selection;
        if (known == null) {
            known = Selection.of(scope, engine.ledger().lineages(), mappings(), links);
            selection = known;
        }
        return known;
    }

    private Iterator<Lineage> rows(@Nullable String run, Mapping mapping, Stop stop) {
        return undoing.rows(run, mapping.name(), selection(), stop);
    }

    private Iterator<TargetWrite> writes(@Nullable String run, Mapping mapping, Tally tally, Stop stop) {
        Iterator<Lineage> rows = rows(run, mapping, stop);
        if (isSchema(mapping)) {
            return new SchemaSteps(engine, rows, keeping, tally, run != null);
        }
        return new UndoSteps(sight.along(rows, 0), undoing, keeping, tally);
    }

    private Phase phase(String run, Mapping mapping, Tally tally, Stop stop) {
        Reading nothing =
                isSchema(mapping) ? new Reading(mapping, Set.of(), List.of(), List.of()) : engine.reading(mapping);
        return Phase.ofWrites(run, mapping, nothing, tally, stop);
    }

    /** What has no answer yet is found out first, or it would count as somebody else's work. */
    private void giveUp(String run, Mapping mapping) {
        engine.meter().book(run, mapping.name());
        if (isSchema(mapping)) {
            new SchemaMaker(engine, progress).giveUp();
            return;
        }
        Doubts doubts = engine.doubts();
        Phase phase = phase(run, mapping, new Tally(), new Stop(engine.stop()));
        if (scope.isPart()) {
            doubts.settle(phase);
        } else {
            doubts.giveUp(phase, scope.run());
        }
    }

    private long undo(String run, Mapping mapping, Tally tally, UndoProof proof) {
        engine.meter().book(run, mapping.name());
        Stop stop = new Stop(engine.stop());
        Phase phase = phase(run, mapping, tally, stop);
        progress.step(mapping.title(), engine.ledger().lineages().made(mapping.name(), scope.run()), () -> done(tally));
        String undone = scope.run();
        if (undone != null && !isSchema(mapping)) {
            List<TargetWrite> restores = new UndoRestores(engine, sight, undoing, keeping).of(mapping, undone);
            engine.roads().target().send(phase, restores.iterator());
        }
        Iterator<TargetWrite> writes = writes(run, mapping, tally, stop);
        if (isSchema(mapping)) {
            writes.forEachRemaining(write -> {
                engine.roads().target().send(phase, List.of(write).iterator());
                SchemaSteps.unbind(engine.ledger(), write.record().key());
            });
        } else {
            engine.roads().target().send(phase, writes);
        }
        engine.doubts().settle(phase);
        if (!engine.stop().asked() && !isSchema(mapping)) {
            setAside += proof.check(mapping);
        }
        setAside += tally.counts().getOrDefault(Fate.SET_ASIDE, 0L);
        return done(tally);
    }

    private static boolean isSchema(Mapping mapping) {
        return mapping.name().equals(SchemaMaker.SCHEMA);
    }

    private static long done(Tally tally) {
        return tally.counts().values().stream().mapToLong(Long::longValue).sum()
                - tally.counts().getOrDefault(Fate.SET_ASIDE, 0L)
                - tally.counts().getOrDefault(Fate.KEPT, 0L);
    }

    /** What stays is looked at again by the next run, and its edits are there to be explained. */
    private void remember(String run) {
        for (Kept one : keeping.all()) {
            engine.ledger().edits().saw(run, one.mapping(), one.key(), one.edits());
            if (one.whole() && !one.mapping().equals(SchemaMaker.SCHEMA)) {
                engine.ledger().lineages().lookAgain(one.mapping(), one.key());
            }
        }
    }

    @Override
    public void close() {
        sight.close();
    }
}
