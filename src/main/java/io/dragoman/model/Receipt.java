package io.dragoman.model;

import java.util.Set;

/**
 * The target's word that a write was carried out.
 *
 * @param id of the record made, changed or deleted
 * @param tokens the write cost
 * @param differences names of fields that came back other than they were sent; usually empty
 */
public record Receipt(TargetId id, int tokens, Set<String> differences) {}
