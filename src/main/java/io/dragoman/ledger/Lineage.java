package io.dragoman.ledger;

import io.dragoman.model.TargetId;
import io.dragoman.model.TargetRecord;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A source record that is in the target, and what the ledger knows of it.
 *
 * @param order place in the order of making, over all mappings; what is made later has a greater one
 * @param kind target kind
 * @param target record it became; for a joined one, the record it shares
 * @param fingerprint of the source record when it was last written
 * @param createdByUs whether rollback deletes it; false for adopted and joined ones
 * @param joined whether it shares the record of another source record
 * @param run that created, adopted or joined it
 * @param lastRun that last wrote it
 * @param sealedMade what we wrote last; null for a joined one
 * @param imprint what the target showed after our last write; null when it showed nothing, and for a joined one
 */
public record Lineage(
        long order,
        String mapping,
        String key,
        String kind,
        TargetId target,
        String fingerprint,
        boolean createdByUs,
        boolean joined,
        String run,
        String lastRun,
        @Nullable Sealed<TargetRecord> sealedMade,
        @Nullable Imprint imprint) {

    /** What we wrote last, opened; empty for a joined one, which was never written itself. */
    public Optional<TargetRecord> made() {
        return Optional.ofNullable(sealedMade).map(Sealed::open);
    }
}
