package io.dragoman.app;

import io.dragoman.ledger.Lineage;
import io.dragoman.model.Mapping;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The record that is asked about.
 *
 * @param asked as the user named it
 * @param mapping that makes it; of a record that several share, the mapping of the one it was made of
 * @param key source key of that one
 * @param sharing source records that share the target record, that one first; empty when it is not in the target
 */
record Explained(String asked, Mapping mapping, String key, List<Lineage> sharing) {
    /** What the ledger knows of the record it was made of; null when it is not in the target. */
    @Nullable
    Lineage lineage() {
        return sharing.isEmpty() ? null : sharing.get(0);
    }
}
