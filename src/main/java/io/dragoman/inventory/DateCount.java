package io.dragoman.inventory;

/**
 * Dates of a column that can hardly be meant.
 *
 * @param filled cells
 * @param early before 1900
 * @param late more than ten years from now
 */
public record DateCount(String object, String column, long filled, long early, long late) {}
