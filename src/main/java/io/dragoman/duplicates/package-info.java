/**
 * Who may be in a source twice: pairs of rows weighed fact by fact in the manner of Fellegi and Sunter, with a third answer
 * beside the same human and a stranger, a member of the same household, so that families stay apart. Doors:
 * {@link io.dragoman.duplicates.DuplicateSearch} looks, {@link io.dragoman.duplicates.Duplicates} is what it found. Nothing is
 * merged here, and no value leaves: reports get forms of values.
 */
@NullMarked
package io.dragoman.duplicates;

import org.jspecify.annotations.NullMarked;
