package io.dragoman.access;

import io.dragoman.model.Problem;
import org.jspecify.annotations.Nullable;

/** What becomes of a request at the door. */
public sealed interface Entrance {
    /**
     * It is answered.
     *
     * @param visitor null where anybody is answered
     * @param cookie to be set, because a session begins; null for none
     */
    record Open(@Nullable Visitor visitor, @Nullable String cookie) implements Entrance {}

    /** It is not. @param status of HTTP */
    record Closed(int status, Problem problem) implements Entrance {}
}
