package io.dragoman.staging;

import io.dragoman.staging.Layout.ColumnName;
import java.util.List;
import java.util.Map;

/**
 * A column whose empty cells are filled with the key of the one record that has the names the row gives.
 *
 * @param column to fill
 * @param to key it refers to
 * @param ways columns of the row, each with the columns of the other record that make the same name; tried in turn until one finds
 *     something
 * @param leaveEmpty whether a name that nobody has leaves the column empty, instead of being a fault of the row
 */
public record NameJoin(ColumnName column, ColumnName to, List<Map<String, List<String>>> ways, boolean leaveEmpty) {}
