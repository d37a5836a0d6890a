package io.dragoman.model;

/**
 * Id of a record in the target.
 *
 * @param value as the target writes it, digits or a UUID; lines of a deal: the deal, a slash, the lines joined with commas
 */
public record TargetId(String value) {
    /** Stands in for an id that only a run will know, when a plan follows a link. */
    public static final TargetId PLANNED = new TargetId("planned");
}
