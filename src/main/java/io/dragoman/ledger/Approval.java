package io.dragoman.ledger;

import java.time.Instant;
import java.util.Locale;

/**
 * A person's consent to exactly what has this hash; void for anything else.
 *
 * @param by the person's name
 * @param hash of what was approved
 */
public record Approval(Kind kind, String by, String hash, Instant at) {
    /** What is approved. */
    public enum Kind {
        MAPPING,
        COMPLIANCE;

        /** The word used in the ledger and on the command line: lower case. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
