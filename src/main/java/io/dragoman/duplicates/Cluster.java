package io.dragoman.duplicates;

import java.util.List;

/**
 * Rows that are probably all one human: each of them was weighed against each other one.
 *
 * @param keys in the order of the rows, at least two
 * @param probability of the least probable pair in it
 * @param pairs those that were proposed, the most probable first
 */
public record Cluster(List<String> keys, double probability, List<Likeness> pairs) {}
