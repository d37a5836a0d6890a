package io.dragoman.ledger;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the audit log, as the ledger holds it.
 *
 * @param seq place in the log, from 1
 * @param columns that have something
 * @param link hash of this entry and of the link before
 * @param write what was sent and what was there before, sealed; null for what is no write
 */
public record LogEntry(
        long seq,
        Map<LogColumn, String> columns,
        String link,
        @Nullable WriteRow write) {

    /** What a column holds; empty for nothing. */
    public String get(LogColumn column) {
        return columns.getOrDefault(column, "");
    }

    /** Whether this entry is what its link says, and follows directly upon that one. Needs no key and no ledger. */
    public boolean follows(long seqBefore, String linkBefore) {
        return new Chain.Link(seq, link).equals(Chain.next(new Chain.Link(seqBefore, linkBefore), columns));
    }
}
