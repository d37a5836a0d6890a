package io.dragoman.model;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The target's word that a write was carried out.
 *
 * @param id of the record made, changed or deleted
 * @param tokens the write cost
 * @param differences names of fields that came back other than they were sent; usually empty
 * @param held what the answer showed: of a record that was made everything, of one that was changed the fields that were sent and
 *     those that follow them; null when the answer told nothing of it
 */
public record Receipt(
        TargetId id,
        int tokens,
        Set<String> differences,
        @Nullable HeldRecord held) {

    /** A receipt for what cannot be seen, or was not. */
    public Receipt(TargetId id, int tokens, Set<String> differences) {
        this(id, tokens, differences, null);
    }
}
