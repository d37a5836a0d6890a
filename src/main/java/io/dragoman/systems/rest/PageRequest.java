package io.dragoman.systems.rest;

/**
 * One page to be asked for.
 *
 * @param uri address without its query, at the API itself; empty when nothing is left to ask for
 * @param query encoded; empty for none
 */
public record PageRequest(String uri, String query) {
    static final PageRequest NONE = new PageRequest("", "");

    /** Whether there is anything to ask for. */
    public boolean isPage() {
        return !uri.isEmpty();
    }
}
