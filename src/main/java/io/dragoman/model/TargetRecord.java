package io.dragoman.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One record as the target shall have it, in the words of the mapping: field names, option labels, stage names.
 * The system's adapter turns words into the account's keys and ids.
 *
 * <p>Values are {@code String}, {@code BigDecimal}, {@code Boolean}, {@code LocalDate}, {@code LocalTime},
 * {@code Instant}, {@link Money}, {@link TargetId}, {@link AsHeld}, a map of named parts such as value and label, or a list of these. A field that came out empty is absent.
 *
 * @param mapping name of the mapping
 * @param kind target kind, without the system
 * @param key source key
 * @param keptAs what tells the source record in the target: the lineage field's value, prefix included, or a token; null
 *     where the kind has no such field and the key itself may travel
 * @param fields standard fields by name, links resolved to {@link TargetId}
 * @param customFields custom fields by their exact name
 * @param lines lines of the record; empty for kinds without
 * @param references links that lead nowhere yet: all before linking, afterwards those that may stay empty
 */
public record TargetRecord(
        String mapping,
        String kind,
        String key,
        @Nullable String keptAs,
        Map<String, Object> fields,
        Map<String, Object> customFields,
        List<Line> lines,
        List<Reference> references) {

    /** What stands for the source record in the target, unlike that of any other record of the mapping. */
    public String mark() {
        return keptAs == null ? key : keptAs;
    }

    /** The same with other standard fields. */
    public TargetRecord withFields(Map<String, Object> others) {
        return new TargetRecord(mapping, kind, key, keptAs, others, customFields, lines, references);
    }

    /** The same without the links that lead nowhere, as it is written. */
    public TargetRecord withoutReferences() {
        return new TargetRecord(mapping, kind, key, keptAs, fields, customFields, lines, List.of());
    }

    /** The same with another value in one field. */
    public TargetRecord with(String field, boolean custom, Object value) {
        Map<String, Object> standard = new LinkedHashMap<>(fields);
        Map<String, Object> own = new LinkedHashMap<>(customFields);
        (custom ? own : standard).put(field, value);
        return new TargetRecord(mapping, kind, key, keptAs, standard, own, lines, references);
    }

    /** The same as the record of another source record. */
    public TargetRecord of(String otherMapping, String otherKey) {
        return new TargetRecord(otherMapping, kind, otherKey, keptAs, fields, customFields, lines, references);
    }

    /** One line of a record: its fields, and its links until they are resolved. */
    public record Line(Map<String, Object> fields, List<Reference> references) {}

    /**
     * A link that waits for an id.
     *
     * @param row the mapping's row
     * @param keys source key for each entry of the row's {@code through}, or any number for its only one, where the field
     *     takes several; null where the source names none
     */
    public record Reference(Mapping.Row row, List<@Nullable String> keys) {

        /** Whether every key leads to a record of its own, all of one mapping; else the first that leads somewhere counts. */
        public boolean several() {
            return keys.size() > row.through().size();
        }
    }
}
