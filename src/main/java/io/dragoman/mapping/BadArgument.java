package io.dragoman.mapping;

/** A transform does not take the argument a mapping gives it. The message says what it takes. */
public final class BadArgument extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BadArgument(String advice) {
        super(advice);
    }
}
