/**
 * The service over HTTP, on one port of this machine. {@link io.dragoman.service.http.Server} starts it; what there is stands in one table, {@link
 * io.dragoman.service.http.Endpoints}, from which the description is made too. What a resource shows is made in {@code Views}, and holds no value
 * of a record.
 */
@NullMarked
package io.dragoman.service.http;

import org.jspecify.annotations.NullMarked;
