package io.dragoman.app;

import io.dragoman.ledger.Lineage;
import io.dragoman.run.Edits;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What the account says of one record at this moment.
 *
 * @param edits names of the fields that somebody changed since our last write
 * @param changedAt when the record was changed last, by whomever; null when the account does not tell
 * @param gone whether the account has it no more
 */
record AccountNow(Set<String> edits, @Nullable Instant changedAt, boolean gone) {
    /** Asks the account, for the price of a record or of a short list. */
    static AccountNow of(Engine engine, Lineage lineage) {
        try (Sight sight = new Sight(engine)) {
            return sight.one(lineage.kind(), lineage.target())
                    .map(held -> new AccountNow(
                            new TreeSet<>(new Edits(
                                            engine.ledger().writes(),
                                            engine.roads().target())
                                    .of(lineage, held)),
                            held.changedAt(),
                            false))
                    .orElseGet(() -> new AccountNow(Set.of(), null, true));
        }
    }

    /** The account's word on the record, in one sentence. */
    String sentence() {
        if (gone) {
            return "The account has it no more.";
        }
        String changed = changedAt == null ? "" : " It was changed last at " + Moments.text(changedAt) + ".";
        return (edits.isEmpty()
                        ? "As our last write left it."
                        : "Changed since our last write: " + edits.size() + " fields.")
                + changed;
    }
}
