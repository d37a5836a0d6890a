package io.dragoman.model;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One record as the source has it, with the children its mapping gathers.
 *
 * @param object source object, without the system
 * @param key joined identity of the record; never empty
 * @param row where it stands in the source, from 1; 0 when the source has no rows
 * @param fields non-empty text by column; under a gather's name a {@code List<Map<String, Object>>} of children. Empty is absent
 * @param joins key of the record this one is the same as; null for a record of its own
 */
public record SourceRecord(
        String object,
        String key,
        long row,
        Map<String, Object> fields,
        @Nullable String joins) {}
