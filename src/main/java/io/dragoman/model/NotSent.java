package io.dragoman.model;

/** A request surely was not carried out: refused before it left, or turned away by a busy target. Safe to send again. */
public final class NotSent extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NotSent(String reason, Throwable cause) {
        super(reason, cause);
    }
}
