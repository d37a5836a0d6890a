package io.dragoman.staging;

import io.dragoman.staging.Layout.ColumnName;
import java.util.List;
import java.util.Map;

/**
 * How rows are completed that leave open what others say: immutable, read from the layout.
 *
 * @param defaults what stands in an empty cell, by column
 * @param measured column of a path by the column that tells how large the file is that it names
 * @param joins columns of keys that can be found by name
 */
public record Completion(Map<ColumnName, String> defaults, Map<ColumnName, String> measured, List<NameJoin> joins) {
    /** Whether a column only serves to find a key, so that an export need not have it. */
    public boolean isOnlyForJoins(ColumnName column) {
        return joins.stream()
                .filter(join -> join.column().object().equals(column.object()))
                .flatMap(join -> join.ways().stream())
                .anyMatch(way -> way.containsKey(column.column()));
    }
}
