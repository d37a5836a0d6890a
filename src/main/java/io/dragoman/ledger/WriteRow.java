package io.dragoman.ledger;

import io.dragoman.model.TargetId;
import io.dragoman.model.TargetRecord;
import io.dragoman.model.TargetWrite;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to change the target, for history and reports.
 *
 * @param id of its intent
 * @param seq place in the chain of closed writes, from 1; 0 while it is open
 * @param run that intended it
 * @param target record made or changed; null for a create without receipt
 * @param code of the problem a refused write ended with; null otherwise
 * @param fingerprint of the source record it was made from
 * @param closedAt null while it is open
 * @param attempts how often the request was sent or meant to be sent, from 1
 * @param tokens the receipt named; 0 without a receipt
 * @param differences names of fields that came back other than they were sent
 * @param sealedWrite what was sent
 * @param sealedBefore what the target held before; null when that was not known or there was nothing
 */
public record WriteRow(
        long id,
        long seq,
        String run,
        String mapping,
        String key,
        String kind,
        TargetWrite.Verb verb,
        Outcome outcome,
        @Nullable TargetId target,
        @Nullable String code,
        String fingerprint,
        Instant intendedAt,
        @Nullable Instant closedAt,
        int attempts,
        int tokens,
        Set<String> differences,
        Sealed<TargetWrite> sealedWrite,
        @Nullable Sealed<TargetRecord> sealedBefore) {

    /** What was sent, opened. */
    public TargetWrite write() {
        return sealedWrite.open();
    }

    /** What the target held before, opened. */
    public Optional<TargetRecord> before() {
        return Optional.ofNullable(sealedBefore).map(Sealed::open);
    }
}
