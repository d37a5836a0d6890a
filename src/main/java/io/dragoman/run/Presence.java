package io.dragoman.run;

import io.dragoman.ledger.Ledger;
import io.dragoman.ledger.Lineage;
import io.dragoman.model.Mapping;
import io.dragoman.model.TargetKind;
import io.dragoman.run.Mismatch.Sort;

/**
 * Tells a record that somebody deleted from one that the account lost: the end of each run looks whether what was written is there, so
 * what was there after its run went by somebody's hand. For one thread.
 */
final class Presence {
    private static final String CHANNEL = "reconcile";

    private final Ledger ledger;
    private final Mapping mapping;
    private final TargetKind kind;
    private final int seenUntil;
    private boolean whole = true;

    Presence(Ledger ledger, Mapping mapping, TargetKind kind) {
        this.ledger = ledger;
        this.mapping = mapping;
        this.kind = kind;
        this.seenUntil = Math.max(until(Sweep.CHANNEL), until(CHANNEL));
    }

    private int until(String channel) {
        return ledger.checkpoints()
                .get(mapping.name(), channel)
                .map(Presence::number)
                .orElse(0);
    }

    /** Why a record is not there. Of kinds that cannot be listed nobody looks at the end of a run, and an answer is word enough. */
    Sort without(Lineage row) {
        if (!kind.listed() || number(row.run()) <= seenUntil || !row.createdByUs()) {
            return Sort.DELETED;
        }
        whole = false;
        return kind.capped() ? Sort.NOT_LISTED : Sort.LOST;
    }

    /** Whether every record was there that nobody ever saw before. */
    boolean isWhole() {
        return whole;
    }

    /** Remembers that everything the runs before this one wrote was in the account; what this one writes nobody saw yet. */
    void remember(String run) {
        ledger.checkpoints().put(mapping.name(), CHANNEL, "r" + (number(run) - 1));
    }

    private static int number(String run) {
        return Integer.parseInt(run.substring(1));
    }
}
