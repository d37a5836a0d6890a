/**
 * The Java that the Pipedrive routes need: it turns target records into requests, answers into receipts or coded failures, and the
 * account's keys and ids into the words of the mappings and back.
 *
 * <p>Doors: {@link io.dragoman.systems.pipedrive.PipedriveBeans} puts everything into a Camel context, given
 * {@link io.dragoman.systems.pipedrive.PipedriveSettings} and a {@link io.dragoman.systems.pipedrive.Budget};
 * {@link io.dragoman.systems.pipedrive.Kinds} tells mappings which fields every account has. All else is reached through the
 * {@code direct:pipedrive-*} routes. How a run orders its phases, what it remembers and whether a value may leave do not belong here.
 */
@NullMarked
package io.dragoman.systems.pipedrive;

import org.jspecify.annotations.NullMarked;
