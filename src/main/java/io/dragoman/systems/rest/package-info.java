/**
 * Reads the records of an API into a staging, driven by a file: which lists there are, how they are paged, and which column is where in
 * a record. Nothing here knows a system. What was read stays on disk, sealed, page by page, so that no page is asked for twice. Doors:
 * {@link io.dragoman.systems.rest.RestBeans}, what the routes of the channel refer to, and {@link io.dragoman.systems.rest.RestSystem},
 * what the file says. What a value means does not belong here.
 */
@NullMarked
package io.dragoman.systems.rest;

import org.jspecify.annotations.NullMarked;
