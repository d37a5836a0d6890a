package io.dragoman.model;

import java.io.IOException;

/** A request left, and no answer tells whether it was carried out. Its intent stays open until the target is asked. */
public final class InDoubt extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * A doubt with its reason.
     *
     * @param reason the kind of failure, such as {@code connection reset}; no part of the request or the answer
     * @param cause told as text when it is a problem, because routes look through causes and would take the doubt for it
     */
    public InDoubt(String reason, Throwable cause) {
        super(
                reason,
                cause instanceof RunProblem || cause instanceof RecordProblem
                        ? new IOException(cause.getMessage())
                        : cause);
    }
}
