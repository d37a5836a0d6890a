/**
 * Keeps verbs going for weeks: several migrations, each with its orders, its rhythm and the edition of its files. What a verb does is not
 * known here; {@link io.dragoman.service.Workshop} carries it out. Doors: {@link io.dragoman.service.Service} and {@link
 * io.dragoman.service.Station}. Pages and resources over HTTP are in {@code service.http}, beans for JMX in {@code service.jmx}.
 */
@NullMarked
package io.dragoman.service;

import org.jspecify.annotations.NullMarked;
