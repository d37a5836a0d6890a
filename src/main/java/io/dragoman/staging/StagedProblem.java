package io.dragoman.staging;

import io.dragoman.model.Problem;

/**
 * A row that does not become a record, and why.
 *
 * @param object source object, without the system
 * @param key of the row; empty when the row has none, or could not be read
 * @param row number in its file, from 1
 */
public record StagedProblem(String object, String key, long row, Problem problem) {}
