package io.dragoman.mapping;

import java.util.List;
import java.util.Map;

/**
 * What one practice has otherwise than the mappings say: the {@code overrides} of its migration file.
 *
 * @param values tables by the name a {@code values} transform gives as {@code named}; asked before the mapping's own table
 * @param links templates by the name a {@code link-template} transform gives as {@code named}
 * @param leftBehind for each mapping, further source columns that do not travel, with the reason
 * @param pipelines stages in order for pipelines that mappings need; replaces theirs
 * @param sameAs for each mapping, source key to the id of the existing record that is the same, or {@link #NEW}
 * @param leaveOut by the name of a leave-out rule whether its records stay behind, {@link #LEAVE}, or travel, {@code keep}
 */
public record Overrides(
        Map<String, Map<String, Object>> values,
        Map<String, String> links,
        Map<String, Map<String, String>> leftBehind,
        Map<String, List<String>> pipelines,
        Map<String, Map<String, String>> sameAs,
        Map<String, String> leaveOut) {
    /** Says of a leave-out rule that it holds. */
    public static final String LEAVE = "leave";

    /** Says of a source record that the account has not got it. */
    public static final String NEW = "new";

    /** Everything as the mappings say. */
    public static final Overrides NONE = new Overrides(Map.of(), Map.of(), Map.of(), Map.of());

    /** Overrides that decide about no single record. */
    public Overrides(
            Map<String, Map<String, Object>> values,
            Map<String, String> links,
            Map<String, Map<String, String>> leftBehind,
            Map<String, List<String>> pipelines) {
        this(values, links, leftBehind, pipelines, Map.of(), Map.of());
    }

    /** Overrides that leave every rule as the mappings say. */
    public Overrides(
            Map<String, Map<String, Object>> values,
            Map<String, String> links,
            Map<String, Map<String, String>> leftBehind,
            Map<String, List<String>> pipelines,
            Map<String, Map<String, String>> sameAs) {
        this(values, links, leftBehind, pipelines, sameAs, Map.of());
    }
}
