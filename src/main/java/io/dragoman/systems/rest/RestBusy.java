package io.dragoman.systems.rest;

import org.jspecify.annotations.Nullable;

/** The API did not answer as it should, and may do so later; reading again harms nothing. */
public final class RestBusy extends Exception {
    private static final long serialVersionUID = 1L;

    /** @param reason a status or the kind of a failure, never text of the answer */
    RestBusy(String reason, @Nullable Throwable cause) {
        super(reason, cause);
    }
}
