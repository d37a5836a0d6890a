package io.dragoman.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Id of a record in the target.
 *
 * @param value as the target writes it, digits or a UUID; of several parts, these joined with commas; of what lives under
 *     another record, that one and a slash before it
 */
public record TargetId(String value) {
    /** Stands in for an id that only a run will know, when a plan follows a link. */
    public static final TargetId PLANNED = new TargetId("planned");

    /** What this id stands for and the other does not; empty when the other stands for all of it. */
    public Optional<TargetId> without(TargetId other) {
        if (!under().equals(other.under())) {
            return Optional.of(this);
        }
        List<String> parts = new ArrayList<>(parts());
        parts.removeAll(other.parts());
        return parts.isEmpty() ? Optional.empty() : Optional.of(new TargetId(under() + String.join(",", parts)));
    }

    /** Each part by itself, as a list of the target shows it; the id itself where it has one part. */
    public List<TargetId> alone() {
        return parts().stream().map(part -> new TargetId(under() + part)).toList();
    }

    private String under() {
        return value.substring(0, value.lastIndexOf('/') + 1);
    }

    private List<String> parts() {
        return Arrays.asList(value.substring(under().length()).split(",", -1));
    }
}
