package io.dragoman.mapping;

import io.dragoman.model.Mapping;

/**
 * Hears of values that were changed or left out on the way although their record travels, such as {@code truncated}, so that
 * a report can count them by row. Called by several threads; must be quick.
 */
@FunctionalInterface
public interface MappingNotes {
    /** For runs that count nothing. */
    MappingNotes NONE = (code, row) -> {};

    /**
     * One value was changed.
     *
     * @param code such as {@code truncated}, or the code of the problem that was forgiven
     */
    void noted(String code, Mapping.Row row);

    /**
     * A value that the row lists nowhere is let through, or left out.
     *
     * @throws ValueProblem when nobody could know that such values occur; the record is set aside
     */
    default void unlisted(Object value, Mapping.Row row) {}
}
