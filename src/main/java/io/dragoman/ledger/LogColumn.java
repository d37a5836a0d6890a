package io.dragoman.ledger;

import java.util.Locale;

/**
 * A column of the audit log. All of an entry's columns are in its link of the chain, in this order, so that nothing can be added to one,
 * taken away or moved without a trace.
 */
public enum LogColumn {
    /** {@code write}, or what else happened. */
    ENTRY,
    /** Grows with every row of the ledger. */
    ID,
    /** Such as {@code r3}. */
    RUN,
    MAPPING,
    KEY,
    KIND,
    /** What a write does to the target; of a run, its verb; of an approval, what is approved. */
    VERB,
    FINGERPRINT,
    /** Keyed, of what was sent; of a run or an approval, the hash of what was run or approved. */
    DIGEST,
    /** SHA-256 of what was sent, as it is sealed in the ledger. */
    REQUEST,
    /** SHA-256 of what the target held before, as it is sealed in the ledger. */
    BEFORE,
    INTENDED,
    OUTCOME,
    ATTEMPTS,
    TARGET,
    CODE,
    /** When it was closed, or happened. */
    AT,
    TOKENS,
    /** Names of fields that came back other than they were sent. */
    DIFFERENCES,
    /** SHA-256 of what the target showed afterwards, which the ledger holds as keyed digests. */
    IMPRINT,
    /** The person who did it. */
    BY,
    /** The other record it is about, as mapping and key. */
    NOTE;

    /** The word used in files: lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
