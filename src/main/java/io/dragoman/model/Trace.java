package io.dragoman.model;

/**
 * A record of the target that carries a source key of ours.
 *
 * @param mark what stands for the source record there, as {@link TargetRecord#mark()} tells it. Mappings that share a field for
 *     their keys see each other's marks
 * @param id of the record; for a record of several parts, of all parts that are there, also when some are missing
 */
public record Trace(String mark, TargetId id) {}
