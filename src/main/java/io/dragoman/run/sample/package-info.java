/**
 * Which records make a good sample: {@link io.dragoman.run.sample.MappingTraits} says what a record shows,
 * {@link io.dragoman.run.sample.Candidates} keeps a few records for each of these while all of them pass by, and
 * {@link io.dragoman.run.sample.Choice} takes as few of them as show everything. Reading records, and writing those that
 * were chosen, do not belong here.
 */
@NullMarked
package io.dragoman.run.sample;

import org.jspecify.annotations.NullMarked;
