package io.dragoman.app;

import io.dragoman.ledger.Cost;
import io.dragoman.ledger.Intent;
import io.dragoman.ledger.Run;
import io.dragoman.ledger.RunMode;
import io.dragoman.ledger.RunState;
import io.dragoman.model.Fate;
import io.dragoman.model.HeldRecord;
import io.dragoman.model.Mapping;
import io.dragoman.model.Price;
import io.dragoman.model.RunProblem;
import io.dragoman.model.TargetRecord;
import io.dragoman.run.Doubts;
import io.dragoman.run.Edits;
import io.dragoman.run.Phase;
import io.dragoman.run.Reassignment;
import io.dragoman.run.Reassignment.Move;
import io.dragoman.run.Stop;
import io.dragoman.run.Tally;
import io.dragoman.run.Yielding;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The run that gives records to the users their owners have now: one update of the owner for each, and nothing else. The
 * owners must be matched, and the export staged.
 */
final class Reassign {
    private final Engine engine;
    private final Progress progress;
    private final Reassignment reassignment;
    private final Edits edits;

    Reassign(Engine engine, Progress progress) {
        this.engine = engine;
        this.progress = progress;
        this.reassignment = new Reassignment(engine.ledger(), engine.owners());
        this.edits = new Edits(engine.ledger().writes(), engine.roads().target());
    }

    /** One mapping's share. @param price of its writes */
    record Share(String what, long records, Price price) {}

    /** Everything that points elsewhere. @param moves how many links go from whom to whom */
    record Preview(List<Share> shares, Map<Move, Long> moves) {
        long records() {
            return shares.stream().mapToLong(Share::records).sum();
        }

        Price price() {
            return shares.stream().map(Share::price).reduce(Price.NOTHING, Price::plus);
        }
    }

    /** @param setAside records that the account refused; why stands in the quarantine */
    record Result(String run, List<Share> shares, long setAside, boolean stopped) {}

    /** What would be changed, and its price; asks the account nothing. */
    Preview preview() {
        List<Share> shares = new ArrayList<>();
        Map<Move, Long> moves = new LinkedHashMap<>();
        for (Mapping mapping : concerned()) {
            long records = 0;
            Price price = Price.NOTHING;
            try (Changes changes = changes(mapping, engine.stop(), this::wasHandPicked)) {
                while (changes.hasNext()) {
                    Reassignment.Change change = changes.next();
                    records++;
                    price = price.plus(engine.prices().of(change.write()))
                            .plus(engine.prices().now(mapping.targetKind()));
                    change.moves().forEach(move -> moves.merge(move, 1L, Long::sum));
                }
            }
            if (records > 0) {
                shares.add(new Share(mapping.title(), records, price));
            }
        }
        return new Preview(shares, moves);
    }

    /**
     * Changes the owners.
     *
     * @param preview what is going to be changed, for the owners' history
     * @param waits whether it waits when the day's tokens are spent
     * @throws RunProblem when the run has to stop; the same verb goes on where it stopped
     */
    Result go(Preview preview, boolean waits) {
        engine.gatekeeper().mustBeApproved();
        Run run = engine.ledger()
                .runs()
                .start(RunMode.REASSIGN, engine.gatekeeper().mappingHash());
        Waiting waiting = new Waiting(engine, progress, run.id(), waits);
        preview.moves()
                .forEach((move, records) -> engine.owners()
                        .tell(
                                move.person(),
                                run.id() + ": " + records + " records from user "
                                        + move.from().value() + " to user "
                                        + move.to().value()));
        try {
            List<Share> shares = new ArrayList<>();
            long setAside = 0;
            for (Mapping mapping : concerned()) {
                Tally tally = new Tally();
                waiting.paid(() -> once(run.id(), mapping, tally));
                engine.ledger().runs().counts(run.id(), mapping.name(), tally.counts());
                long changed = tally.counts().getOrDefault(Fate.UPDATED, 0L);
                setAside += tally.counts().getOrDefault(Fate.SET_ASIDE, 0L);
                if (changed > 0) {
                    shares.add(new Share(mapping.title(), changed, spent(run.id(), mapping)));
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

    private List<Mapping> concerned() {
        return engine.blueprint().mappings().phases().stream()
                .filter(reassignment::concerns)
                .filter(mapping -> !engine.ledger().lineages().isEmpty(mapping.name()))
                .toList();
    }

    private Changes changes(Mapping mapping, Stop stop, Predicate<Reassignment.Change> stays) {
        progress.step(mapping.title(), 0, () -> 0);
        return new Changes(new MappedRecords(engine, mapping, stop), reassignment, stays);
    }

    /** Whether an earlier run saw that a person chose this owner. */
    private boolean wasHandPicked(Reassignment.Change change) {
        TargetRecord record = change.write().record();
        return engine.ledger().edits().of(record.mapping(), record.key()).stream()
                .anyMatch(edit -> change.write().changed().contains(edit.field()));
    }

    /** Whether a person chose this owner, or deleted the record; it stays so, and is listed. */
    private boolean isHandPicked(Reassignment.Change change, String run) {
        TargetRecord record = change.write().record();
        Set<String> edited = new TreeSet<>();
        engine.ledger().lineages().find(record.mapping(), record.key()).ifPresent(known -> {
            Optional<HeldRecord> now = engine.existing().now(record.kind(), known.target());
            now.ifPresentOrElse(there -> edited.addAll(edits.of(known, there)), () -> edited.add(Yielding.DELETED));
            if (now.isPresent()) {
                edited.retainAll(change.write().changed());
            }
        });
        engine.ledger().edits().saw(run, record.mapping(), record.key(), edited);
        return !edited.isEmpty();
    }

    /** What an earlier run left open is settled first, because a record has one write under way at a time. */
    private Tally once(String run, Mapping mapping, Tally tally) {
        engine.meter().book(run, mapping.name());
        Stop stop = new Stop(engine.stop());
        Doubts doubts = engine.doubts();
        doubts.settle(phase(run, mapping, new Tally(), stop));
        Phase phase = phase(run, mapping, tally, stop);
        try (Changes changes = changes(mapping, stop, change -> isHandPicked(change, run))) {
            engine.roads().target().send(phase, intents(run, changes));
        }
        doubts.settle(phase);
        return tally;
    }

    private Phase phase(String run, Mapping mapping, Tally tally, Stop stop) {
        return Phase.ofWrites(run, mapping, engine.reading(mapping), tally, stop);
    }

    private Iterator<Intent> intents(String run, Changes changes) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return changes.hasNext();
            }

            @Override
            public Intent next() {
                Reassignment.Change change = changes.next();
                return engine.ledger().writes().intend(run, change.write(), change.fingerprint(), change.before());
            }
        };
    }

    private Price spent(String run, Mapping mapping) {
        return Cost.sum(engine.ledger().spending().of(run).stream()
                .filter(cost -> cost.mapping().equals(mapping.name()))
                .toList());
    }

    /** The records that point elsewhere, found one at a time. For one thread. */
    private static final class Changes implements Iterator<Reassignment.Change>, AutoCloseable {
        private final MappedRecords records;
        private final Reassignment reassignment;
        private final Predicate<Reassignment.Change> stays;
        private Reassignment.@Nullable Change next;

        Changes(MappedRecords records, Reassignment reassignment, Predicate<Reassignment.Change> stays) {
            this.records = records;
            this.reassignment = reassignment;
            this.stays = stays;
        }

        @Override
        public boolean hasNext() {
            while (next == null && records.hasNext()) {
                next = reassignment
                        .of(records.next())
                        .filter(change -> !stays.test(change))
                        .orElse(null);
            }
            return next != null;
        }

        @Override
        public Reassignment.Change next() {
            if (!hasNext() || next == null) {
                throw new NoSuchElementException();
            }
            Reassignment.Change current = next;
            next = null;
            return current;
        }

        @Override
        public void close() {
            records.close();
        }
    }
}
