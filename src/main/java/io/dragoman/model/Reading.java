package io.dragoman.model;

import java.util.List;
import java.util.Set;

/**
 * What one phase reads from the source: only what its mapping uses and the policy lets through.
 *
 * @param mapping whose records are read
 * @param columns of the object itself, the key's among them
 * @param gathers children to read with each record; those nobody uses under the policy are absent
 * @param gatherColumns for each gather, in the same order, the columns of the child that are used
 */
public record Reading(
        Mapping mapping, Set<String> columns, List<Mapping.Gather> gathers, List<Set<String>> gatherColumns) {}
