/**
 * The service for jconsole and its kin: a bean for each migration and one for each order under way, and news of both. {@link
 * io.dragoman.service.jmx.Beans} registers them. Names, states and counts; no value of a record.
 */
@NullMarked
package io.dragoman.service.jmx;

import org.jspecify.annotations.NullMarked;
