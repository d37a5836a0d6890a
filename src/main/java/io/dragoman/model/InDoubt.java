package io.dragoman.model;

/** A request left, and no answer tells whether it was carried out. Its intent stays open until the target is asked. */
public final class InDoubt extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param reason the kind of failure, such as {@code connection reset}; no part of the request or the answer */
    public InDoubt(String reason, Throwable cause) {
        super(reason, cause);
    }
}
