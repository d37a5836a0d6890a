package io.dragoman.app;

import io.dragoman.ledger.Lineage;
import io.dragoman.mapping.LeaveOuts;
import io.dragoman.model.Mapping;
import io.dragoman.model.ReadBack;
import io.dragoman.model.RecordProblem;
import io.dragoman.model.Screened;
import io.dragoman.model.SourceRecord;
import io.dragoman.model.TargetId;
import io.dragoman.model.TargetKind;
import io.dragoman.model.TargetRecord;
import io.dragoman.run.Adopted;
import io.dragoman.run.Tally;
import io.dragoman.run.sample.Accuracy;
import io.dragoman.run.sample.FieldCheck;
import io.dragoman.run.sample.RecordCheck;
import io.dragoman.staging.Pass;
import io.dragoman.staging.Records;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Reads the records of a sample back, by lists of ids, and compares every field with what was written. A record that did not
 * arrive counts with all its fields. The export must be staged. For one thread.
 */
final class SampleReading {
    private final Engine engine;
    private final Progress progress;
    private final String run;
    private final Accuracy accuracy = new Accuracy();
    private final List<FieldCheck> checks = new ArrayList<>();
    private final List<Arrived> arrived = new ArrayList<>();

    /** @param run to which the requests are booked */
    SampleReading(Engine engine, Progress progress, String run) {
        this.engine = engine;
        this.progress = progress;
        this.run = run;
    }

    /** How many of a mapping's chosen records are there, share another's record, or are not there. */
    record Arrived(Mapping mapping, long there, long joined, long absent) {}

    /** What was read back. @param checks every field of every record, masked */
    record Result(Accuracy accuracy, List<FieldCheck> checks, List<Arrived> arrived) {}

    /** Reads. @param keys of the sample's records, by mapping */
    Result read(Map<String, Set<String>> keys) {
        for (Mapping mapping : engine.blueprint().mappings().phases()) {
            Set<String> wanted = keys.getOrDefault(mapping.name(), Set.of());
            if (!wanted.isEmpty()) {
                engine.meter().book(run, mapping.name());
                read(mapping, wanted);
            }
        }
        checks.forEach(accuracy::count);
        return new Result(accuracy, List.copyOf(checks), List.copyOf(arrived));
    }

    private void read(Mapping mapping, Set<String> wanted) {
        AtomicLong done = new AtomicLong();
        progress.step("Reading back: " + mapping.title(), wanted.size(), done::get);
        Map<String, Lineage> known = new HashMap<>();
        Map<TargetId, ReadBack.Held> held = new HashMap<>();
        for (String key : wanted) {
            engine.ledger().lineages().find(mapping.name(), key).ifPresent(row -> known.put(key, row));
        }
        Set<TargetId> ids = new HashSet<>();
        known.values().stream().filter(row -> !row.joined()).forEach(row -> ids.add(row.target()));
        if (!ids.isEmpty()) {
            engine.roads()
                    .target()
                    .readBack(new ReadBack(mapping.targetKind(), ids))
                    .forEachRemaining(one -> held.put(one.id(), one));
        }
        long joined = known.values().stream().filter(Lineage::joined).count();
        long there = 0;
        engine.noteIn(new Tally());
        try (Records records = engine.staging().read(engine.reading(mapping), Pass.LEADERS)) {
            while (records.hasNext()) {
                SourceRecord source = records.next();
                if (wanted.contains(source.key())) {
                    there += check(mapping, source, known.get(source.key()), held) ? 1 : 0;
                    done.incrementAndGet();
                }
            }
        }
        arrived.add(new Arrived(mapping, there, joined, wanted.size() - there - joined));
    }

    /** Whether the record is there. */
    private boolean check(
            Mapping mapping, SourceRecord source, @Nullable Lineage known, Map<TargetId, ReadBack.Held> held) {
        Screened screened = engine.screen().screen(source, mapping);
        if (known != null && known.joined()) {
            return false;
        }
        Optional<TargetRecord> written = known == null ? expected(mapping, source, screened) : known.made();
        ReadBack.Held back = known == null ? null : held.get(known.target());
        TargetKind kind = engine.blueprint().mappings().kindOf(mapping);
        written.ifPresent(
                record -> new RecordCheck(mapping, kind, screened, record, ours(known)).against(back, checks::add));
        return back != null;
    }

    /** What should have arrived; empty when the mapping itself leaves it behind or sets it aside. */
    private Optional<TargetRecord> expected(Mapping mapping, SourceRecord source, Screened screened) {
        if (LeaveOuts.rule(mapping, source).isPresent() || screened.whole()) {
            return Optional.empty();
        }
        try {
            return Optional.of(engine.mapper().map(screened, mapping.name()));
        } catch (RecordProblem changedSinceItWasChosen) {
            return Optional.empty();
        }
    }

    private @Nullable Set<String> ours(@Nullable Lineage known) {
        return known == null || known.createdByUs()
                ? null
                : Adopted.of(engine.ledger().writes(), known.mapping(), known.key())
                        .changed();
    }
}
