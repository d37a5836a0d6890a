package io.dragoman.model;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One change of the target, as intended.
 *
 * @param verb what is done
 * @param record the whole record as it shall be; for a delete, what it was
 * @param targetId record to change; null for a create
 * @param changed names of fields and custom fields that are sent; empty for a create and a delete
 * @param before what the target held in these fields, where it was asked; null otherwise
 */
public record TargetWrite(
        Verb verb,
        TargetRecord record,
        @Nullable TargetId targetId,
        Set<String> changed,
        @Nullable TargetRecord before) {

    /** A write of which the target was not asked what it holds. */
    public TargetWrite(Verb verb, TargetRecord record, @Nullable TargetId targetId, Set<String> changed) {
        this(verb, record, targetId, changed, null);
    }

    /** What a write does to the target. */
    public enum Verb {
        CREATE,
        /** Changes a record that the account had before us, which is known as adopted from then on. */
        ADOPT,
        UPDATE,
        /** Puts an adopted record back as it was, and lets go of it. */
        RESTORE,
        DELETE;

        /** Whether some fields of a record that is there are sent. */
        public boolean changes() {
            return this == ADOPT || this == UPDATE || this == RESTORE;
        }
    }
}
