/**
 * The named transforms of the mapping language, one small class each, with the samples that are its documentation and its
 * tests. The door is {@link io.dragoman.mapping.transforms.Standard}. A transform knows nothing of records, rows or targets.
 */
@NullMarked
package io.dragoman.mapping.transforms;

import org.jspecify.annotations.NullMarked;
