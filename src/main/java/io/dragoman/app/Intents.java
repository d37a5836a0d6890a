package io.dragoman.app;

import io.dragoman.ledger.Intent;
import io.dragoman.ledger.Lineage;
import io.dragoman.ledger.Lineages;
import io.dragoman.ledger.Writes;
import io.dragoman.mapping.Fingerprints;
import io.dragoman.model.Fate;
import io.dragoman.model.FindRequest;
import io.dragoman.model.NotSent;
import io.dragoman.model.Policy;
import io.dragoman.model.Problem;
import io.dragoman.model.Receipt;
import io.dragoman.model.RecordProblem;
import io.dragoman.model.RunProblem;
import io.dragoman.model.SourceRecord;
import io.dragoman.model.TargetId;
import io.dragoman.model.TargetRecord;
import io.dragoman.model.TargetWrite;
import io.dragoman.model.TargetWrite.Verb;
import io.dragoman.run.Phase;
import io.dragoman.run.Target;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Puts intents and receipts around every request. Called by the routes. */
public final class Intents {
    /** No source record has it: what is written with it is looked at again by the next run. */
    private static final String TO_LOOK_AT_AGAIN = "";

    private final Writes writes;
    private final Lineages lineages;
    private final Fingerprints fingerprints;
    private final Policy policy;
    private final Supplier<Target> target;

    Intents(Writes writes, Lineages lineages, Fingerprints fingerprints, Policy policy, Supplier<Target> target) {
        this.writes = writes;
        this.lineages = lineages;
        this.fingerprints = fingerprints;
        this.policy = policy;
        this.target = target;
    }

    /** On disk when it returns. A record that named others which are not there yet is looked at again by the next run. */
    public Sending intend(TargetWrite write, Phase phase, SourceRecord sourceRecord) {
        TargetRecord record = write.record();
        if (record.references().isEmpty()) {
            return intend(write, phase, fingerprints.of(sourceRecord, phase.mapping(), policy));
        }
        return intend(
                new TargetWrite(
                        write.verb(), record.withoutReferences(), write.targetId(), write.changed(), write.before()),
                phase,
                TO_LOOK_AT_AGAIN);
    }

    private Sending intend(TargetWrite write, Phase phase, String fingerprint) {
        return new Sending(
                writes.intend(phase.run(), write, fingerprint, before(write, phase)),
                phase.mapping().targetSystem());
    }

    /** What the target told; where it was not asked, what we wrote there last. */
    private @Nullable TargetRecord before(TargetWrite write, Phase phase) {
        if (write.before() != null || write.targetId() == null) {
            return write.before();
        }
        return lineages.find(phase.mapping().name(), write.record().key())
                .flatMap(Lineage::made)
                .orElse(null);
    }

    /** An intent that is on disk already is sent as it is; a write of a rollback gets its intent here. */
    public Sending claim(Object intentOrWrite, Phase phase) {
        return intentOrWrite instanceof Intent intent
                ? new Sending(intent, phase.mapping().targetSystem())
                : intend((TargetWrite) intentOrWrite, phase, TO_LOOK_AT_AGAIN);
    }

    public Fate settle(Sending sending, Receipt receipt) {
        writes.settle(sending.intent(), receipt);
        return Fates.fateOf(sending.write());
    }

    /**
     * Closes an intent the target refused, and passes on why. One that was sent before may have arrived after all, and be refused
     * for that; then it is settled with what is there.
     */
    public Fate refused(Sending sending, RecordProblem why) {
        TargetId arrived = arrived(sending);
        if (arrived == null) {
            writes.refused(sending.intent(), why.problem());
            throw why;
        }
        return settle(sending, new Receipt(arrived, 0, Set.of()));
    }

    private @Nullable TargetId arrived(Sending sending) {
        if (sending.write().verb() != Verb.CREATE || !writes.wasResent(sending.intent())) {
            return null;
        }
        TargetRecord record = sending.write().record();
        return target.get()
                .find(new FindRequest(record.kind(), sending.intent().at(), List.of(record)))
                .get(record.key());
    }

    /** Closes an intent that surely was not carried out, and ends the run. */
    public void notSent(Sending sending, NotSent why) {
        close(sending);
        throw why.getCause() instanceof RunProblem cause
                ? cause
                : new RunProblem(
                        RunProblem.Ending.FAILED,
                        new Problem(
                                "target-unreachable",
                                sending.system(),
                                "the target did not take requests. Nothing is lost; run again when it answers."),
                        why);
    }

    /** Closes an intent for which the day had no tokens, or which a blocked account turned away; ends the run. */
    public void stopped(Sending sending, RunProblem why) {
        if (why.ending() == RunProblem.Ending.WAITING || why.ending() == RunProblem.Ending.BLOCKED) {
            close(sending);
        }
        throw why;
    }

    /** One that was sent before may have been carried out then; it stays open, and the next run asks. */
    private void close(Sending sending) {
        if (!writes.wasResent(sending.intent())) {
            writes.notSent(sending.intent());
        }
    }
}
