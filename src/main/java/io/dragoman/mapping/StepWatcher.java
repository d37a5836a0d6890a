package io.dragoman.mapping;

import io.dragoman.model.Mapping;
import org.jspecify.annotations.Nullable;

/**
 * Is told what went into each transform of a mapping and what came out, in the order they are applied. Only a mapper that was built with
 * one has any; the ordinary road takes no notice.
 */
@FunctionalInterface
public interface StepWatcher {
    /**
     * One step was taken.
     *
     * @param step the very one of the mapping's row
     * @param in null for nothing
     * @param out null for nothing
     */
    void stepped(Mapping.Step step, @Nullable Object in, @Nullable Object out);
}
