package io.dragoman.inventory;

import io.dragoman.staging.Census;
import java.util.List;

/**
 * The codes of a column.
 *
 * @param distinct how many there are
 * @param unknown cells whose code neither the layout nor the source's own list names
 * @param shown the codes with their rows, most frequent first; empty unless they are nobody's by their class
 */
public record CodeCount(
        String object, String column, long filled, long distinct, long unknown, List<Census.Count> shown) {}
