package io.dragoman.ledger;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The columns of a write that are final with its intent, as the database holds them: sealed where they are sealed. */
record WriteText(
        long id,
        long lineage,
        int run,
        String mapping,
        String key,
        String kind,
        String verb,
        String fingerprint,
        String digest,
        String request,
        @Nullable String before,
        Instant intendedAt) {

    /** The same with the ids that the database knows it by. */
    WriteText with(long newId, long newLineage) {
        return new WriteText(
                newId, newLineage, run, mapping, key, kind, verb, fingerprint, digest, request, before, intendedAt);
    }

    /** What the audit log tells of it. */
    void tell(Map<LogColumn, String> columns) {
        columns.put(LogColumn.ENTRY, "write");
        columns.put(LogColumn.ID, Long.toString(id));
        columns.put(LogColumn.RUN, Runs.word(run));
        columns.put(LogColumn.MAPPING, mapping);
        columns.put(LogColumn.KEY, key);
        columns.put(LogColumn.KIND, kind);
        columns.put(LogColumn.VERB, verb.toLowerCase(Locale.ROOT));
        columns.put(LogColumn.FINGERPRINT, fingerprint);
        columns.put(LogColumn.DIGEST, digest);
        columns.put(LogColumn.REQUEST, Chain.digest(request));
        if (before != null) {
            columns.put(LogColumn.BEFORE, Chain.digest(before));
        }
        columns.put(LogColumn.INTENDED, intendedAt.toString());
    }
}
