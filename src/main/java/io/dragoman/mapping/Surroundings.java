package io.dragoman.mapping;

import java.time.ZoneId;

/**
 * What transforms know of the practice beside the value.
 *
 * @param region ISO 3166 code of the country whose phone numbers and states are meant, such as {@code US}
 * @param zone in which the practice writes its dates and times
 * @param currency of its amounts, ISO 4217
 * @param overrides of the migration file
 */
public record Surroundings(String region, ZoneId zone, String currency, Overrides overrides) {
    /** The practice of every example: United States, Chicago time, dollars, no overrides. */
    public static final Surroundings EXAMPLE =
            new Surroundings("US", ZoneId.of("America/Chicago"), "USD", Overrides.NONE);
}
