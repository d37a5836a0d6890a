package io.dragoman.duplicates;

import java.util.List;

/**
 * What a search for duplicates found. Everything is a proposal to a person.
 *
 * @param humans rows looked at
 * @param compared pairs weighed
 * @param crowded pairs that shared a mark with too many others and were not weighed
 * @param pairs proposed, the most probable first
 * @param clusters made of them, the largest first; a pair that would bring two humans together is in none
 */
public record Duplicates(long humans, long compared, long crowded, List<Likeness> pairs, List<Cluster> clusters) {}
