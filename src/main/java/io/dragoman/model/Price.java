package io.dragoman.model;

/**
 * What some requests cost.
 *
 * @param requests how many leave
 * @param tokens what the target counts for them
 */
public record Price(long requests, long tokens) {
    public static final Price NOTHING = new Price(0, 0);

    public Price plus(Price other) {
        return new Price(requests + other.requests, tokens + other.tokens);
    }

    public Price times(long count) {
        return new Price(requests * count, tokens * count);
    }
}
