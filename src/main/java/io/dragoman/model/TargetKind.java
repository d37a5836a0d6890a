package io.dragoman.model;

import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One kind of target record and the fields every account has for it.
 *
 * @param name such as {@code person}
 * @param fields field name to its type: {@code text long-text html number money date time date-time yes-no texts emails phones
 *     address path lead-labels person persons organization deal lead product activity user pipeline stage activity-type currency}
 * @param required fields without which no record can be made; when the policy withholds one, the whole record stays
 * @param oneOf fields of which a record needs at least one; empty where it needs none
 * @param onlyWith fields that may only be filled where another field has this value, or is empty where the value is: field
 *     to other field to value
 * @param fieldsOf kind whose custom fields its records have, nearly always its own; null where accounts can add none
 * @param longest characters a text may have, by field, else by type word; what is not named has no limit
 * @param splitAt bytes of one record of the target, where longer ones are written in parts; 0 for a kind that is never split
 * @param hasLines whether its records are made of lines
 * @param listed whether all records of the kind can be listed, so that a run can look back at what it made
 * @param capped whether an account may accept a record and list it only when its plan has room
 */
public record TargetKind(
        String name,
        Map<String, String> fields,
        Set<String> required,
        Set<String> oneOf,
        Map<String, Map<String, String>> onlyWith,
        @Nullable String fieldsOf,
        Map<String, Integer> longest,
        int splitAt,
        boolean hasLines,
        boolean listed,
        boolean capped) {

    /** A kind with custom fields of its own or none, and texts of any length, listed unless it is made of lines. */
    public static TargetKind plain(
            String name, Map<String, String> fields, Set<String> required, boolean customFields, boolean hasLines) {
        return new TargetKind(
                name,
                fields,
                required,
                Set.of(),
                Map.of(),
                customFields ? name : null,
                Map.of(),
                0,
                hasLines,
                !hasLines,
                false);
    }

    /** Whether accounts can add fields. */
    public boolean customFields() {
        return fieldsOf != null;
    }

    /** Whether one record of the kind may be several in the target, for a time at least: a file is replaced, not changed. */
    public boolean inParts() {
        return hasLines || splitAt > 0 || name.equals(FileFields.KIND);
    }

    /** Kind under which the account keeps the custom fields of these records; its own name where it can have none. */
    public String schemaKind() {
        return fieldsOf == null ? name : fieldsOf;
    }

    /** Type of the field a row fills, in the words of this kind; empty when the kind has no such field. */
    public String typeOf(Mapping.Row row) {
        Mapping.FieldType custom = row.type();
        return custom == null ? fields.getOrDefault(row.target(), "") : custom.word();
    }

    /**
     * Characters a text may have.
     *
     * @param type of the field; a custom field may have the name of another kind of field
     */
    public OptionalInt longest(String field, String type) {
        Integer own = type.equals(fields.get(field)) ? longest.get(field) : null;
        Integer most = own == null ? longest.get(type) : own;
        return most == null ? OptionalInt.empty() : OptionalInt.of(most);
    }
}
