package io.dragoman.model;

import java.util.Map;
import java.util.Set;

/**
 * One kind of target record and the fields every account has for it.
 *
 * @param name such as {@code person}
 * @param fields field name to its type: {@code text long-text number money date time date-time yes-no texts emails phones
 *     address person organization deal product user pipeline stage activity-type currency path
 *     activity lead}
 * @param required fields without which no record can be made; when the policy withholds one, the whole record stays
 * @param customFields whether accounts can add fields
 * @param hasLines whether its records are made of lines
 * @param listed whether all records of the kind can be listed, so that a run can look back at what it made
 * @param capped whether an account may accept a record and list it only when its plan has room
 */
public record TargetKind(
        String name,
        Map<String, String> fields,
        Set<String> required,
        boolean customFields,
        boolean hasLines,
        boolean listed,
        boolean capped) {

    /** Type of the field a row fills, in the words of this kind; empty when the kind has no such field. */
    public String typeOf(Mapping.Row row) {
        Mapping.FieldType custom = row.type();
        return custom == null ? fields.getOrDefault(row.target(), "") : custom.word();
    }
}
