package io.dragoman.model;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Asks a target what it holds in some fields of its records, those we never made among them.
 *
 * @param kind of all of them
 * @param fields standard fields wanted; null for all that a person can change
 * @param customFields custom fields wanted, as the account has them; null for all the account has, which are asked for first
 * @param ids of the records wanted; null for all. Kinds that live below others are only read by ids
 * @param updatedSince only records that the target changed since this moment, by our clock; null for any, and always for
 *     records that are asked for by ids
 */
public record HeldRequest(
        String kind,
        @Nullable Set<String> fields,
        @Nullable List<Catalogue.Field> customFields,
        @Nullable Set<TargetId> ids,
        @Nullable Instant updatedSince) {

    /** Every field of every record of a kind. */
    public static HeldRequest all(String kind) {
        return new HeldRequest(kind, null, null, null, null);
    }

    /** The same of some records. */
    public HeldRequest of(Set<TargetId> some) {
        return new HeldRequest(kind, fields, customFields, some, null);
    }

    /** The same of one record. */
    public HeldRequest of(TargetId one) {
        return of(Set.of(one));
    }

    /** The same of what changed since a moment, by our clock. */
    public HeldRequest since(Instant moment) {
        return new HeldRequest(kind, fields, customFields, ids, moment);
    }
}
