package io.dragoman.app;

import io.dragoman.ledger.Ledger;
import io.dragoman.mapping.Fingerprints;
import io.dragoman.model.Fate;
import io.dragoman.model.Policy;
import io.dragoman.model.Problem;
import io.dragoman.model.RecordProblem;
import io.dragoman.model.SourceRecord;
import io.dragoman.run.Phase;
import java.util.Objects;

/** Settles a record that is the same person or company as another one: it shares that one's target record. */
public final class Joiner {
    private final Ledger ledger;
    private final Fingerprints fingerprints;
    private final Policy policy;

    Joiner(Ledger ledger, Fingerprints fingerprints, Policy policy) {
        this.ledger = ledger;
        this.fingerprints = fingerprints;
        this.policy = policy;
    }

    /**
     * Settles it in the ledger; a plan only says so.
     *
     * @throws RecordProblem when the other record was set aside
     */
    public Fate join(SourceRecord sourceRecord, Phase phase) {
        if (!phase.writes()) {
            return Fate.JOINED;
        }
        String mapping = phase.mapping().name();
        String leader = Objects.requireNonNull(sourceRecord.joins(), "only joined records come here");
        if (ledger.lineages().target(mapping, leader).isEmpty()) {
            throw new RecordProblem(new Problem(
                    "joined-to-missing",
                    mapping + " " + sourceRecord.key(),
                    "it is the same as " + leader + ", which did not arrive. Mend that one, then replay."));
        }
        ledger.lineages()
                .join(
                        phase.run(),
                        mapping,
                        sourceRecord.key(),
                        phase.mapping().targetKind(),
                        fingerprints.of(sourceRecord, phase.mapping(), policy),
                        mapping,
                        leader);
        return Fate.JOINED;
    }
}
