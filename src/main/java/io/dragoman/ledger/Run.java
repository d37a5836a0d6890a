package io.dragoman.ledger;

import io.dragoman.model.Fate;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One verb executed, as it stood when it was read.
 *
 * @param id short and readable within a migration, such as {@code r3}
 * @param hash of what it ran: plan, mapping and policy
 * @param ended null while it goes on
 * @param advice what a person should know or do; may be empty
 * @param counts fates by phase, in the order the phases were first counted
 * @param tokens that the receipts of its writes name; reading is not among them
 * @param waitingUntil when it goes on by itself; null when it does not wait
 */
public record Run(
        String id,
        RunMode mode,
        RunState state,
        String hash,
        Instant started,
        @Nullable Instant ended,
        String advice,
        Map<String, Map<Fate, Long>> counts,
        long tokens,
        @Nullable Instant waitingUntil) {}
