package io.dragoman.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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

    List<@Nullable String> columns() {
        List<@Nullable String> columns = new ArrayList<>();
        columns.add(outcome.word());
        columns.add(Integer.toString(attempts));
        columns.add(target);
        columns.add(code);
        columns.add(Long.toString(at.toEpochMilli()));
        columns.add(Integer.toString(tokens));
        columns.add(differences);
        columns.add(imprint);
        return columns;
    }
}
