/**
 * The nouns of a migration, as records and enums. They hold what is known and do nothing with it: reading, mapping,
 * screening, remembering and writing live in the packages that see this one. Nothing here knows a system or a library.
 */
@NullMarked
package io.dragoman.model;

import org.jspecify.annotations.NullMarked;
