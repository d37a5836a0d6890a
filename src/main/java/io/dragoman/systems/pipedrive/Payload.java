package io.dragoman.systems.pipedrive;

import org.jspecify.annotations.Nullable;

/** A body that is not JSON, ready to be sent as often as it takes. */
interface Payload {
    /** What the HTTP client sends; made anew for every attempt. */
    Object body();

    /** Value of the header; null when the body tells it itself. */
    @Nullable
    String contentType();
}
