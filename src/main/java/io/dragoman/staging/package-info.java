/**
 * An export on disk, row by row, where children, joins, duplicates and references are questions to a database file and a
 * million records need no more memory than one. Every channel ends here, so that mappings see one source. Doors:
 * {@link io.dragoman.staging.Layouts} reads what a system's export may hold, {@link io.dragoman.staging.Staging} takes the
 * rows and gives the records. How rows get here, and what becomes of records, does not belong here.
 */
@NullMarked
package io.dragoman.staging;

import org.jspecify.annotations.NullMarked;
