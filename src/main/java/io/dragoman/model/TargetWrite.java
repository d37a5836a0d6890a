package io.dragoman.model;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One change of the target, as intended.
 *
 * @param verb what is done
 * @param record the whole record as it shall be; for a delete, what it was
 * @param targetId record to change; null for a create
 * @param changed names of fields and custom fields an update sends; empty for the other verbs
 */
public record TargetWrite(
        Verb verb, TargetRecord record, @Nullable TargetId targetId, Set<String> changed) {
    /** What a write does to the target. */
    public enum Verb {
        CREATE,
        UPDATE,
        DELETE
    }
}
