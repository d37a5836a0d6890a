package io.dragoman.model;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Asks a target what it holds in some fields of its records, those we never made among them.
 *
 * @param kind of all of them
 * @param fields standard fields wanted
 * @param customFields custom fields wanted, as the account has them
 * @param id of the one record wanted; null for all
 */
public record HeldRequest(
        String kind,
        Set<String> fields,
        List<Catalogue.Field> customFields,
        @Nullable TargetId id) {
    /** The same of one record. */
    public HeldRequest of(TargetId one) {
        return new HeldRequest(kind, fields, customFields, one);
    }
}
