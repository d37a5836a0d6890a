/**
 * Rows of a database into the staging, by queries that anybody may edit; knows no system. Door:
 * {@link io.dragoman.systems.jdbc.Database}, whose methods are the steps of a system's staging route. It only ever reads: a
 * session that may not write, and queries that are one SELECT each. The driver may be the user's own.
 */
@NullMarked
package io.dragoman.systems.jdbc;

import org.jspecify.annotations.NullMarked;
