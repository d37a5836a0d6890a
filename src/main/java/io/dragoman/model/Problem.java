package io.dragoman.model;

/**
 * What is wrong and what to do about it, safe to show to anybody.
 *
 * @param code stable, kebab-case, the same in every report
 * @param place where it was found: {@code file:line:column}, or mapping, object and key of a record
 * @param advice the shape of what was found, never its value, and the next thing to do
 */
public record Problem(String code, String place, String advice) {
    @Override
    public String toString() {
        return place.isEmpty() ? code + ": " + advice : code + ": " + place + ": " + advice;
    }
}
