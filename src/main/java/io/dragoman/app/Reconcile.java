package io.dragoman.app;

import io.dragoman.ledger.Intent;
import io.dragoman.ledger.Run;
import io.dragoman.ledger.RunMode;
import io.dragoman.ledger.RunState;
import io.dragoman.ledger.WriteRow;
import io.dragoman.model.Catalogue;
import io.dragoman.model.ChangesRequest;
import io.dragoman.model.FieldChange;
import io.dragoman.model.Mapping;
import io.dragoman.model.RunProblem;
import io.dragoman.model.TargetId;
import io.dragoman.model.TargetKind;
import io.dragoman.run.Authorship;
import io.dragoman.run.Comparison;
import io.dragoman.run.Edits;
import io.dragoman.run.LooseLinks;
import io.dragoman.run.Mismatch;
import io.dragoman.run.Mismatch.Sort;
import io.dragoman.run.Signs;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Ledger, source and account held against each other, mapping by mapping; and, when asked, what is ours to mend is mended. */
final class Reconcile {
    private final Engine engine;
    private final Progress progress;
    private final Wishes wishes;
    private final List<Mapping> mappings;

    Reconcile(Engine engine, Progress progress, Wishes wishes) {
        this.engine = engine;
        this.progress = progress;
        this.wishes = wishes;
        this.mappings = compared(engine);
    }

    /** Mappings whose records are compared, in the order of their links. */
    static List<Mapping> compared(Engine engine) {
        return engine.blueprint().mappings().phases().stream()
                .filter(mapping -> !mapping.targetKind().equals("user"))
                .toList();
    }

    /**
     * What is asked for.
     *
     * @param heals whether what is ours is mended
     * @param recreates whether what people deleted is written again, too
     * @param authors records to ask the account about who changed them
     * @param waits whether it waits when the day's tokens are spent
     */
    record Wishes(boolean heals, boolean recreates, int authors, boolean waits) {}

    /** How one mapping stands. @param account records of the kind that the account lists, those of others among them; 0 where it lists none */
    record Standing(SourceSide.Standing source, Comparison.Standing ledger, long account) {}

    /** How it ended. @param table holds every mismatch */
    record Result(
            String run,
            Map<Mapping, Standing> standings,
            Mismatches found,
            Path table,
            Wishes wishes,
            Healing.Result healed,
            long tokens,
            boolean stopped) {

        /** Mismatches that are left, after healing where that was wished. */
        long left() {
            long healable = !wishes.heals()
                    ? 0
                    : List.of(Sort.values()).stream()
                            .filter(sort -> sort.ours() || wishes.recreates() && sort == Sort.DELETED)
                            .mapToLong(found::count)
                            .sum();
            return found.count() - healable + healed.setAside();
        }

        boolean agrees() {
            return left() == 0 && !stopped;
        }
    }

    /**
     * Looks, and heals when that is wished.
     *
     * @throws RunProblem when the account or the ledger stands in the way; the same verb begins anew
     */
    Result go() {
        if (wishes.heals()) {
            engine.gatekeeper().mustBeApproved();
        }
        long paidBefore = engine.meter().paid();
        Run run = engine.ledger()
                .runs()
                .start(RunMode.RECONCILE, engine.gatekeeper().mappingHash());
        engine.meter().book(run.id(), "");
        Waiting waiting = new Waiting(engine, progress, run.id(), wishes.waits());
        Path place = engine.file().reports().resolve("reconcile-" + run.id() + ".csv");
        try (MismatchTable table = MismatchTable.open(place)) {
            Mismatches found = new Mismatches(table, wishes.heals());
            Catalogue catalogue = waiting.paid(this::account);
            Map<Mapping, Standing> standings = compare(run.id(), catalogue, waiting, found);
            Healing.Result healed = wishes.heals() && !engine.stop().asked()
                    ? new Healing(engine, progress, waiting, run.id(), found, wishes.recreates()).go(mappings)
                    : Healing.Result.NOTHING;
            boolean stopped = engine.stop().asked();
            engine.ledger().runs().state(run.id(), stopped ? RunState.STOPPED : RunState.DONE, "");
            return new Result(
                    run.id(),
                    standings,
                    found,
                    place,
                    wishes,
                    healed,
                    engine.meter().paid() - paidBefore,
                    stopped);
        } catch (RunProblem problem) {
            waiting.endedBy(problem);
            throw problem;
        }
    }

    private Catalogue account() {
        Account account = new Account(engine, progress);
        if (wishes.heals()) {
            return account.look(true).catalogue();
        }
        Catalogue catalogue = account.lookAtOwners();
        account.schemaPlan(catalogue); // tells the preflight which labels there are
        return catalogue;
    }

    private Map<Mapping, Standing> compare(String run, Catalogue catalogue, Waiting waiting, Mismatches found) {
        Authorship authorship =
                new Authorship(asked -> waiting.paid(() -> changes(asked)), catalogue, wishes.authors());
        LooseLinks looseLinks =
                new LooseLinks(engine.roads().target(), engine.blueprint().mappings()::get);
        Map<Mapping, Standing> standings = new LinkedHashMap<>();
        for (String name : mappings.stream().map(Mapping::targetKind).distinct().toList()) {
            TargetKind kind = Objects.requireNonNull(engine.kinds().get(name), "checked with the mappings");
            List<Mapping> ofKind = mappings.stream()
                    .filter(mapping -> mapping.targetKind().equals(name))
                    .toList();
            engine.meter().book(run, ofKind.get(0).name());
            try (AccountCopy copy = waiting.paid(() -> copy(kind, ofKind, catalogue, waiting))) {
                List<Comparison> comparisons = new ArrayList<>();
                for (Mapping mapping : ofKind) {
                    Comparison comparison = new Comparison(
                            engine.ledger(),
                            mapping,
                            kind,
                            copy,
                            new Edits(engine.ledger().writes(), engine.roads().target()),
                            looseLinks,
                            mismatch -> found.accept(authored(run, mismatch, kind, authorship)));
                    comparisons.add(comparison);
                    standings.put(mapping, look(run, mapping, comparison, copy, found));
                }
                comparisons.forEach(Comparison::lookForCopies);
                copy.tellUnknown(found);
            }
        }
        return standings;
    }

    private AccountCopy copy(TargetKind kind, List<Mapping> ofKind, Catalogue catalogue, Waiting waiting) {
        AccountCopy copy = new AccountCopy(
                engine, waiting, kind, ofKind, catalogue.fields().getOrDefault(kind.schemaKind(), List.of()));
        progress.step("Reading the account: " + kind.name(), 0, copy::records);
        try {
            copy.read();
            return copy;
        } catch (RunProblem problem) {
            copy.close();
            throw problem;
        }
    }

    private Standing look(String run, Mapping mapping, Comparison comparison, AccountCopy copy, Mismatches found) {
        engine.meter().book(run, mapping.name());
        progress.step(mapping.title(), 0, () -> 0);
        SourceSide.Standing source = new SourceSide(engine, mapping, found).look(engine.stop());
        Comparison.Standing ledger = comparison.look(run, engine.stop());
        for (Intent open : engine.ledger().writes().open(mapping.name())) {
            copy.bearing(Signs.of(open.write().record(), mapping)).forEach(copy::known);
            found.accept(new Mismatch(
                    Sort.IN_DOUBT, mapping.name(), open.key(), open.write().targetId()));
        }
        return new Standing(source, ledger, copy.records());
    }

    private List<FieldChange> changes(ChangesRequest asked) {
        List<FieldChange> all = new ArrayList<>();
        engine.roads().target().changes(asked).forEachRemaining(all::add);
        return all;
    }

    private Mismatch authored(String run, Mismatch mismatch, TargetKind kind, Authorship authorship) {
        TargetId target = mismatch.target();
        if (mismatch.sort() != Sort.EDITED || target == null) {
            return mismatch;
        }
        engine.ledger()
                .edits()
                .saw(run, mismatch.mapping(), mismatch.key(), mismatch.fields().keySet());
        if (!authorship.mayAsk()) {
            return mismatch;
        }
        Instant written = engine.ledger().writes().of(mismatch.mapping(), mismatch.key()).stream()
                .map(WriteRow::closedAt)
                .filter(Objects::nonNull)
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
        return mismatch.told(authorship.of(
                kind.name(), kind.schemaKind(), target, mismatch.fields().keySet(), written));
    }
}
