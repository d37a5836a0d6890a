package io.dragoman.app;

import io.dragoman.ledger.Ledger;
import io.dragoman.ledger.Lineages;
import io.dragoman.ledger.Quarantine;
import io.dragoman.mapping.Fingerprints;
import io.dragoman.mapping.LeaveOuts;
import io.dragoman.model.Fate;
import io.dragoman.model.Policy;
import io.dragoman.model.Price;
import io.dragoman.model.RecordProblem;
import io.dragoman.model.SourceRecord;
import io.dragoman.model.TargetWrite;
import io.dragoman.run.Phase;
import io.dragoman.run.Proposed;
import io.dragoman.systems.pipedrive.Prices;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Counts what becomes of each record on its road, and sets aside those that cannot travel. Called by the routes. */
public final class Fates {
    private static final Logger LOG = LoggerFactory.getLogger(Fates.class);

    private final Quarantine quarantine;
    private final Lineages lineages;
    private final Fingerprints fingerprints;
    private final Policy policy;
    private final Prices prices;

    Fates(Ledger ledger, Fingerprints fingerprints, Policy policy, Prices prices) {
        this.quarantine = ledger.quarantine();
        this.lineages = ledger.lineages();
        this.fingerprints = fingerprints;
        this.policy = policy;
        this.prices = prices;
    }

    public Fate unchanged() {
        return Fate.UNCHANGED;
    }

    /** Whether a rule of the mapping leaves the whole record at the source. */
    public boolean staysBehind(Phase phase, SourceRecord sourceRecord) {
        return LeaveOuts.rule(phase.mapping(), sourceRecord).isPresent();
    }

    public Fate leftBehind() {
        return Fate.LEFT_BEHIND;
    }

    public Fate withheld() {
        return Fate.WITHHELD;
    }

    /** The record is in the target as it should be, though its source values are others than before. */
    public Fate same(Phase phase, SourceRecord sourceRecord) {
        if (phase.writes()) {
            lineages.seen(
                    phase.mapping().name(), sourceRecord.key(), fingerprints.of(sourceRecord, phase.mapping(), policy));
        }
        return Fate.UNCHANGED;
    }

    /** The record stays as people made it, though its source values are others than before. */
    public Fate kept(Phase phase, SourceRecord sourceRecord) {
        same(phase, sourceRecord);
        return Fate.KEPT;
    }

    /** What a plan would do with this write; its price is added up. */
    public Fate proposed(Phase phase, TargetWrite write) {
        Price undo = switch (write.verb()) {
            case CREATE -> prices.undo(write.record());
            case ADOPT -> prices.restore(write.record().kind());
            case UPDATE, RESTORE, DELETE -> Price.NOTHING;
        };
        long bytes = write.record().fields().get("size") instanceof BigDecimal size ? size.longValue() : 0;
        phase.tally().propose(new Proposed(Map.of(write.verb(), prices.of(write)), undo, bytes));
        return fateOf(write);
    }

    static Fate fateOf(TargetWrite write) {
        return switch (write.verb()) {
            case CREATE -> Fate.CREATED;
            case ADOPT -> Fate.MATCHED;
            case UPDATE, RESTORE, DELETE -> Fate.UPDATED;
        };
    }

    /** Ends the road of one record; an entry in quarantine from an earlier run is closed, unless a plan only looked. */
    public void count(Phase phase, SourceRecord sourceRecord, @Nullable Fate fate) {
        if (fate != null) { // else it depends on another record and is told when that one is settled
            ended(phase, sourceRecord.key(), fate);
        }
    }

    /** Ends the road of an intent that was sent again. */
    public void sent(Phase phase, Sending sending, Fate fate) {
        ended(phase, sending.write().record().key(), fate);
    }

    void ended(Phase phase, String key, Fate fate) {
        phase.tally().count(fate);
        if (phase.writes() && phase.setAsideBefore().contains(key)) {
            quarantine.resolve(phase.mapping().name(), key, phase.run());
        }
    }

    public void setAside(Phase phase, SourceRecord sourceRecord, RecordProblem problem) {
        setAside(phase, sourceRecord.key(), problem);
    }

    /** An intent that the target refused when it was sent again. */
    public void refused(Phase phase, Sending sending, RecordProblem problem) {
        setAside(phase, sending.write().record().key(), problem);
    }

    private void setAside(Phase phase, String key, RecordProblem problem) {
        quarantine.setAside(phase.run(), phase.mapping().name(), key, problem.problem(), null);
        phase.tally().count(Fate.SET_ASIDE);
        try (MDC.MDCCloseable run = MDC.putCloseable("run", phase.run());
                MDC.MDCCloseable mapping =
                        MDC.putCloseable("mapping", phase.mapping().name());
                MDC.MDCCloseable named = MDC.putCloseable("record", key)) {
            LOG.info("set aside: {}", problem.problem().code());
        }
    }

    /** Leaves the record uncounted until the target was asked. */
    public void doubt(Phase phase) {
        phase.tally().note("answer lost");
    }

    /** Ends the run: no further record starts. */
    public void stop(Phase phase, Throwable fault) {
        phase.stop().because(fault);
    }
}
