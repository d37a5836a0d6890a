package io.dragoman.app;

import io.dragoman.ledger.Intent;
import io.dragoman.ledger.Lineage;
import io.dragoman.model.Fate;
import io.dragoman.model.HeldRecord;
import io.dragoman.model.HeldRequest;
import io.dragoman.model.Mapping;
import io.dragoman.model.TargetId;
import io.dragoman.model.TargetWrite;
import io.dragoman.model.TargetWrite.Verb;
import io.dragoman.run.Amends;
import io.dragoman.run.Edits;
import io.dragoman.run.Mending;
import io.dragoman.run.Mismatch;
import io.dragoman.run.Mismatch.Sort;
import io.dragoman.run.Phase;
import io.dragoman.run.Stop;
import io.dragoman.run.Tally;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Mends what came about without anybody wanting it, on the road every write takes: second copies go, fields are sent once more, lost
 * records travel again with what links to them. Done twice it does nothing more. For one thread.
 */
final class Healing {
    private static final int AT_ONCE = 100;

    private final Engine engine;
    private final Progress progress;
    private final Waiting waiting;
    private final String run;
    private final Mismatches found;
    private final boolean recreates;
    private final Mending mending;
    private final Map<String, Set<String>> again = new HashMap<>();
    private long copies;
    private long amended;
    private long settled;
    private long setAside;
    private final Map<Fate, Long> travelled = new HashMap<>();

    /** @param recreates whether what people deleted is written again as well */
    Healing(Engine engine, Progress progress, Waiting waiting, String run, Mismatches found, boolean recreates) {
        this.engine = engine;
        this.progress = progress;
        this.waiting = waiting;
        this.run = run;
        this.found = found;
        this.recreates = recreates;
        this.mending = new Mending(
                engine.ledger().lineages(), engine.blueprint().mappings().phases());
    }

    /**
     * What was done.
     *
     * @param settled writes without an answer that were asked about
     * @param copies second copies deleted
     * @param amended records of which some fields were sent once more
     * @param created records written again
     * @param relinked records whose links were changed to lead to these
     * @param setAside records that could not be written
     */
    record Result(long settled, long copies, long amended, long created, long relinked, long setAside) {
        static final Result NOTHING = new Result(0, 0, 0, 0, 0, 0);
    }

    /** Mends everything, unless it is asked to stop; the same verb goes on then. */
    Result go(List<Mapping> mappings) {
        for (Mapping mapping : mappings) {
            engine.meter().book(run, mapping.name());
            progress.step("Healing " + mapping.title(), 0, () -> 0);
            waiting.paid(() -> mend(mapping));
        }
        for (Mapping mapping : mappings) {
            letGo(mapping);
        }
        for (Mapping mapping : mappings) {
            Set<String> keys = again.getOrDefault(mapping.name(), Set.of());
            if (!keys.isEmpty() && !engine.stop().asked()) {
                PhaseResult result =
                        Journey.phase(waiting, new PhaseTravel(engine, progress, run, mapping, true), keys::contains);
                result.fates().forEach((fate, count) -> travelled.merge(fate, count, Long::sum));
            }
        }
        return new Result(
                settled,
                copies,
                amended,
                travelled.getOrDefault(Fate.CREATED, 0L) + travelled.getOrDefault(Fate.MATCHED, 0L),
                travelled.getOrDefault(Fate.UPDATED, 0L),
                setAside + travelled.getOrDefault(Fate.SET_ASIDE, 0L));
    }

    private Mapping mend(Mapping mapping) {
        Tally tally = new Tally();
        Phase phase = phase(mapping, tally);
        settled += engine.doubts().settle(phase(mapping, new Tally()));
        copies += deleteCopies(mapping, phase);
        amended += amend(mapping, phase);
        setAside += tally.counts().getOrDefault(Fate.SET_ASIDE, 0L);
        return mapping;
    }

    private Phase phase(Mapping mapping, Tally tally) {
        Stop stop = new Stop(engine.stop());
        return Phase.ofWrites(run, mapping, engine.reading(mapping), tally, stop);
    }

    private long deleteCopies(Mapping mapping, Phase phase) {
        List<TargetWrite> left = new ArrayList<>();
        for (Mismatch copy : found.toHeal(Sort.COPIED, mapping.name())) {
            engine.ledger()
                    .lineages()
                    .find(mapping.name(), copy.key())
                    .flatMap(Lineage::made)
                    .ifPresent(record -> left.add(new TargetWrite(Verb.DELETE, record, copy.target(), Set.of())));
        }
        long all = left.size();
        // a record that was sent three times may have two copies, and takes one write at a time
        while (!left.isEmpty() && !phase.stop().asked()) {
            Map<String, TargetWrite> oneEach = new LinkedHashMap<>();
            left.forEach(copy -> oneEach.putIfAbsent(copy.record().key(), copy));
            engine.roads().target().send(phase, oneEach.values().iterator());
            engine.doubts().settle(phase);
            left.removeAll(oneEach.values());
        }
        return all - left.size();
    }

    private long amend(Mapping mapping, Phase phase) {
        Map<String, Set<String>> fields = new LinkedHashMap<>();
        for (Sort sort : List.of(Sort.DIFFERS, Sort.EMPTIED)) {
            found.toHeal(sort, mapping.name())
                    .forEach(one -> fields.computeIfAbsent(one.key(), none -> new HashSet<>())
                            .addAll(one.fields().keySet()));
        }
        Edits edits = new Edits(engine.ledger().writes(), engine.roads().target());
        Amends amends = new Amends(edits);
        List<String> keys = List.copyOf(fields.keySet());
        long sent = 0;
        for (int from = 0; from < keys.size() && !phase.stop().asked(); from += AT_ONCE) {
            List<Intent> intents = new ArrayList<>();
            seen(mapping, keys.subList(from, Math.min(keys.size(), from + AT_ONCE)))
                    .forEach((row, now) -> amends.of(row, fields.getOrDefault(row.key(), Set.of()), now)
                            .ifPresent(write -> intents.add(
                                    engine.ledger().writes().intend(run, write, row.fingerprint(), write.before()))));
            engine.roads().target().send(phase, intents.iterator());
            engine.doubts().settle(phase);
            sent += intents.size();
        }
        return sent;
    }

    /** What the account holds of some records at this moment. */
    private Map<Lineage, HeldRecord> seen(Mapping mapping, List<String> keys) {
        Map<TargetId, Lineage> rows = keys.stream()
                .map(key -> engine.ledger().lineages().find(mapping.name(), key))
                .flatMap(Optional::stream)
                .collect(Collectors.toMap(Lineage::target, row -> row, (one, same) -> one, LinkedHashMap::new));
        Map<Lineage, HeldRecord> seen = new LinkedHashMap<>();
        engine.roads()
                .target()
                .held(HeldRequest.all(mapping.targetKind()).of(rows.keySet()))
                .forEachRemaining(now -> Optional.ofNullable(rows.get(now.id())).ifPresent(row -> seen.put(row, now)));
        return seen;
    }

    /**
     * Lets go of what is to travel again. What lived below a record that travels again, and is gone with it, travels too; mappings come
     * in the order of their links.
     */
    private void letGo(Mapping mapping) {
        Set<String> toLookAt = again.getOrDefault(mapping.name(), Set.of());
        boolean below = !engine.blueprint().mappings().kindOf(mapping).listed();
        Map<String, TargetId> missing = new HashMap<>();
        found.toHeal(Sort.LOST, mapping.name()).forEach(one -> missing.put(one.key(), one.target()));
        found.toHeal(Sort.DELETED, mapping.name()).stream()
                .filter(one -> recreates || below && toLookAt.contains(one.key()))
                .forEach(one -> missing.put(one.key(), one.target()));
        if (!missing.isEmpty()) {
            mending.letGo(run, mapping, missing)
                    .forEach((name, keys) ->
                            again.computeIfAbsent(name, none -> new HashSet<>()).addAll(keys));
        }
    }
}
