package io.dragoman.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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

    List<@Nullable String> columns() {
        List<@Nullable String> columns = new ArrayList<>();
        columns.add(Long.toString(id));
        columns.add(Integer.toString(run));
        columns.add(mapping);
        columns.add(key);
        columns.add(kind);
        columns.add(verb);
        columns.add(fingerprint);
        columns.add(digest);
        columns.add(request);
        columns.add(before);
        columns.add(Long.toString(intendedAt.toEpochMilli()));
        return columns;
    }
}
