package io.dragoman.model;

import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the account must have because the source has it, known only when the source was read.
 *
 * @param pipelines rows that are stages; null when none are drawn
 * @param activityTypes column as {@code system.object.column} whose different values are names; null when none are drawn
 */
public record Drawn(
        @Nullable PipelinesFrom pipelines, @Nullable String activityTypes) {
    /** Everything is in the mapping. */
    public static final Drawn NOTHING = new Drawn(null, null);

    /** Every column this draws on, as {@code system.object.column}. */
    public Set<String> columns() {
        Set<String> columns = new LinkedHashSet<>();
        if (pipelines != null) {
            columns.add(pipelines.object() + "." + pipelines.pipeline());
            columns.add(pipelines.object() + "." + pipelines.stage());
        }
        if (activityTypes != null) {
            columns.add(activityTypes);
        }
        return columns;
    }

    /**
     * Pipelines in the rows of a source object: each row is one stage of one pipeline, and the rows are in the order of the stages.
     *
     * @param object as {@code system.object}
     * @param pipeline column with the pipeline's name
     * @param stage column with the stage's name
     */
    public record PipelinesFrom(String object, String pipeline, String stage) {}
}
