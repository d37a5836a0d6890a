package io.dragoman.model;

import java.time.Instant;

/**
 * A change of a field as the target remembers it.
 *
 * @param field standard or custom field by its name in a mapping; the target's own word where no mapping knows the field
 * @param user id of the user in whose name it was changed
 * @param at when, by the target's clock
 * @param byProgram whether it came through the target's interface for programs, as ours do, and not from its pages
 */
public record FieldChange(String field, String user, Instant at, boolean byProgram) {}
