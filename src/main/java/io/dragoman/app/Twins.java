package io.dragoman.app;

import io.dragoman.ledger.FileLineages.Holder;
import io.dragoman.ledger.FileMarks;
import io.dragoman.ledger.Ledger;
import io.dragoman.ledger.Lineage;
import io.dragoman.mapping.Fingerprints;
import io.dragoman.model.Fate;
import io.dragoman.model.FileFields;
import io.dragoman.model.Policy;
import io.dragoman.model.SourceRecord;
import io.dragoman.model.TargetId;
import io.dragoman.model.TargetRecord;
import io.dragoman.model.TargetWrite;
import io.dragoman.model.TargetWrite.Verb;
import io.dragoman.run.Doubts;
import io.dragoman.run.Phase;
import io.dragoman.run.Target;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * Joins files that have the same bytes under the same parents: the first is sent, the others share it. Called by the routes.
 */
public final class Twins {
    private final Ledger ledger;
    private final Fingerprints fingerprints;
    private final Policy policy;
    private final Fates fates;
    private final Claims contents = new Claims();
    private final ConcurrentLinkedQueue<Waiting> waiting = new ConcurrentLinkedQueue<>();

    Twins(Ledger ledger, Fingerprints fingerprints, Policy policy, Fates fates) {
        this.ledger = ledger;
        this.fingerprints = fingerprints;
        this.policy = policy;
        this.fates = fates;
    }

    /** A file whose twin was on its way when it came by. */
    private record Waiting(TargetWrite write, String fingerprint) {}

    /** Forgets what the phase before has seen. */
    void begin() {
        contents.clear();
        waiting.clear();
    }

    /** Whether a new file is to share another one's; the first who asks about these bytes is to be written. */
    public boolean isTwin(TargetWrite write, Phase phase, SourceRecord sourceRecord) {
        TargetRecord record = write.record();
        if (!FileFields.isFile(record) || write.verb() != Verb.CREATE) {
            return false;
        }
        FileMarks marks = ledger.files().marks(phase.writes() ? record : placed(record, phase, sourceRecord));
        return holder(marks, record).isPresent() || !contents.claim(marks.content(), spot(record));
    }

    /** Settles the record with its twin's file; null when the twin is on its way, and {@link #rest} will tell. */
    public @Nullable Fate join(TargetWrite write, Phase phase, SourceRecord sourceRecord) {
        if (!phase.writes()) {
            return Fate.JOINED;
        }
        String fingerprint = fingerprints.of(sourceRecord, phase.mapping(), policy);
        Optional<Holder> holder = holder(ledger.files().marks(write.record()), write.record());
        if (holder.isEmpty()) {
            waiting.add(new Waiting(write, fingerprint));
            return null;
        }
        return share(write.record(), holder.get(), phase, fingerprint);
    }

    private Fate share(TargetRecord record, Holder holder, Phase phase, String fingerprint) {
        Optional<Lineage> before = ledger.lineages().find(record.mapping(), record.key());
        Optional<TargetId> shared = ledger.lineages().target(holder.mapping(), holder.key());
        if (before.filter(Lineage::joined).map(Lineage::target).equals(shared)) {
            ledger.lineages().seen(record.mapping(), record.key(), fingerprint);
            return Fate.UNCHANGED;
        }
        ledger.lineages()
                .join(
                        phase.run(),
                        record.mapping(),
                        record.key(),
                        record.kind(),
                        fingerprint,
                        holder.mapping(),
                        holder.key());
        return Fate.JOINED;
    }

    /** Tells the fates of files whose twins were on their way. When a twin did not arrive, the next of them is sent. */
    void rest(Phase phase, Target target, Doubts doubts) {
        while (!waiting.isEmpty() && !phase.stop().asked()) {
            Set<String> sent = new HashSet<>();
            List<TargetWrite> writes = new ArrayList<>();
            List<Waiting> round = new ArrayList<>(waiting);
            waiting.clear();
            for (Waiting one : round) {
                TargetRecord record = one.write().record();
                FileMarks marks = ledger.files().marks(record);
                Optional<Holder> holder = holder(marks, record);
                if (holder.isPresent()) {
                    fates.ended(phase, record.key(), share(record, holder.get(), phase, one.fingerprint()));
                } else if (sent.add(marks.content())) {
                    contents.take(marks.content(), spot(record));
                    writes.add(one.write());
                } else {
                    waiting.add(one);
                }
            }
            target.send(phase, writes.iterator());
            doubts.settle(phase);
        }
    }

    private Optional<Holder> holder(FileMarks marks, TargetRecord record) {
        return ledger.files()
                .withContent(marks)
                .filter(holder -> !holder.equals(new Holder(record.mapping(), record.key())));
    }

    /** A plan knows no ids of what it would make, so the source's own keys stand for them. */
    private static TargetRecord placed(TargetRecord record, Phase phase, SourceRecord sourceRecord) {
        Map<String, Object> fields = new LinkedHashMap<>(record.fields());
        phase.mapping().rows().stream()
                .filter(row -> TargetId.PLANNED.equals(fields.get(row.target())))
                .forEach(row -> fields.put(
                        row.target(),
                        new TargetId(row.from().stream()
                                .map(column ->
                                        String.valueOf(sourceRecord.fields().get(column)))
                                .toList()
                                .toString())));
        return new TargetRecord(
                record.mapping(), record.kind(), record.key(), null, fields, Map.of(), List.of(), List.of());
    }

    private static String spot(TargetRecord record) {
        return record.mapping() + "/" + record.key();
    }
}
