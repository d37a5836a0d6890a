package io.dragoman.ledger;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The columns of a write that are final with its receipt, or with the word that it was not carried out. */
record Closing(
        Outcome outcome,
        int attempts,
        @Nullable String target,
        @Nullable String code,
        Instant at,
        int tokens,
        String differences,
        @Nullable String imprint) {

    /** What the audit log tells of it. */
    void tell(Map<LogColumn, String> columns) {
        columns.put(LogColumn.OUTCOME, outcome.word());
        columns.put(LogColumn.ATTEMPTS, Integer.toString(attempts));
        if (target != null) {
            columns.put(LogColumn.TARGET, target);
        }
        if (code != null) {
            columns.put(LogColumn.CODE, code);
        }
        columns.put(LogColumn.AT, at.toString());
        columns.put(LogColumn.TOKENS, Integer.toString(tokens));
        columns.put(LogColumn.DIFFERENCES, differences);
        if (imprint != null) {
            columns.put(LogColumn.IMPRINT, Chain.digest(imprint));
        }
    }
}
