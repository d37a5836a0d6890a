/**
 * Reads mapping files, checks them against what the systems offer, and applies them to records. Doors:
 * {@link io.dragoman.mapping.MappingFolder} reads and checks a folder, {@link io.dragoman.mapping.Mapper} turns a screened
 * record into a target record, {@link io.dragoman.mapping.ExampleRunner} runs the examples of the files, and
 * {@link io.dragoman.mapping.Transforms} holds every named transform. Reading systems, deciding what may leave, and
 * remembering do not belong here.
 */
@NullMarked
package io.dragoman.mapping;

import org.jspecify.annotations.NullMarked;
