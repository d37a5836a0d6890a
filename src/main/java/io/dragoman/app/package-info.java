/**
 * The program: command line, wiring and the thin adapters Camel asks for. {@link io.dragoman.app.Dragoman} is the door;
 * {@link io.dragoman.app.Engine} is one migration opened for work. What a run decides lives in {@code run}, what a system
 * needs in {@code systems}; nothing here knows how a record is mapped, screened or remembered.
 */
@NullMarked
package io.dragoman.app;

import org.jspecify.annotations.NullMarked;
