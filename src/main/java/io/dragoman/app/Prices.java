package io.dragoman.app;

/** What taking back one record costs in tokens. */
final class Prices {
    private Prices() {}

    /** One delete; lines of a deal go together, and schema items cost as much as a field. */
    static int delete(String kind) {
        return kind.equals("deal-lines") ? 15 : 3;
    }
}
