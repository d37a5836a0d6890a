package io.dragoman.model;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A source record after the policy: what may not leave is gone from it.
 *
 * @param record without every value that only withheld rows would have used
 * @param withheld targets of the rows the policy keeps back; a row of the lines as {@code lines.target}
 * @param tokens target to the token that travels instead of the value
 * @param whole true when a field the kind cannot do without is withheld, so nothing of the record travels
 * @param keyToken what travels instead of the source key; null when the key travels as it is
 */
public record Screened(
        SourceRecord record,
        Set<String> withheld,
        Map<String, String> tokens,
        boolean whole,
        @Nullable String keyToken) {}
