package io.dragoman.model;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One record as the account holds it, so faithfully that it can be put back. Empty fields are absent.
 *
 * @param fields standard fields by name: {@link AsHeld}; e-mails and telephone numbers as a list of maps with {@code value},
 *     {@code label} and {@code primary}; some in the words of the mapping
 * @param customFields custom fields by their exact name, as {@link AsHeld}
 * @param faces what each field shows that a person can change, empty ones too, by a key that outlives a change of its name. A field
 *     that the target did not tell has none
 * @param changedAt when the target last changed the record, by its clock; null when it does not tell
 * @param marker name of the mapping, a blank and the mark, where a text of the record says so; null where none does, and for kinds
 *     that keep the mark in a field
 */
public record HeldRecord(
        TargetId id,
        Map<String, Object> fields,
        Map<String, Object> customFields,
        Map<String, Face> faces,
        @Nullable Instant changedAt,
        @Nullable String marker) {

    /** A record of which no text says whose it is. */
    public HeldRecord(
            TargetId id,
            Map<String, Object> fields,
            Map<String, Object> customFields,
            Map<String, Face> faces,
            @Nullable Instant changedAt) {
        this(id, fields, customFields, faces, changedAt, null);
    }

    /** A record of which nobody asks what its fields show. */
    public HeldRecord(TargetId id, Map<String, Object> fields, Map<String, Object> customFields) {
        this(id, fields, customFields, Map.of(), null);
    }
}
