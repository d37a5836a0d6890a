package io.dragoman.app;

/** What taking back one record costs in tokens. */
final class Prices {
    private Prices() {}

    /** One delete; lines of a deal go together, and schema items cost as much as a field. */
    static int delete(String kind) {
        return switch (kind) {
            case "deal-lines" -> 15;
            case "file" -> 6;
            default -> 3;
        };
    }
}
