package io.dragoman.app;

/** What taking back one record costs in tokens. */
final class Prices {
    /** Changing one record, also to put it back. */
    static final int UPDATE = 5;

    private Prices() {}

    /** One delete; lines of a deal go together, and schema items cost as much as a field. */
    static int delete(String kind) {
        return kind.equals("deal-lines") ? 15 : 3;
    }
}
