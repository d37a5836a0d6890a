package io.dragoman.app;

import io.dragoman.systems.pipedrive.Doorway;

/**
 * What keeps requests to one account within its limits.
 *
 * @param budget of the day
 * @param doorway of any two seconds
 */
record AccountLimits(Budget budget, Doorway doorway) {}
