/**
 * How a run goes, without a word about any system: {@link io.dragoman.run.Phase} is one mapping's share of a run,
 * {@link io.dragoman.run.Linker} and {@link io.dragoman.run.Differ} stand on the road of every record,
 * {@link io.dragoman.run.SchemaPlan} and {@link io.dragoman.run.OwnerMatch} prepare the account,
 * {@link io.dragoman.run.Doubts} settles writes whose answers were lost and {@link io.dragoman.run.Undoing} takes a run back.
 * Reading sources, talking HTTP and wiring do not belong here; a target is seen through {@link io.dragoman.run.Target}.
 */
@NullMarked
package io.dragoman.run;

import org.jspecify.annotations.NullMarked;
