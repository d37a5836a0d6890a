package io.dragoman.model;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Asks a target what it holds now, to verify what was written.
 *
 * @param kind of all of them
 * @param ids of the records wanted; null for every record of the kind, also those we never made
 */
public record ReadBack(String kind, @Nullable Set<TargetId> ids) {

    /**
     * One record as the target holds it, in the words of the mapping. Records that are not there any more are not answered.
     *
     * @param values fields and custom fields by name, in the types of {@link TargetRecord}; empty ones are absent
     */
    public record Held(TargetId id, Map<String, Object> values) {}
}
