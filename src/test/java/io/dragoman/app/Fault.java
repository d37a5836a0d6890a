package io.dragoman.app;

/**
 * One thing that fails.
 *
 * @param pass counted at the seam of the kind, from 1 when a verb starts
 */
record Fault(FaultKind kind, long pass) {
    /** As {@link #toString} writes it. */
    static Fault of(String text) {
        String[] parts = text.split("@");
        return new Fault(FaultKind.valueOf(parts[0]), Long.parseLong(parts[1]));
    }

    @Override
    public String toString() {
        return kind + "@" + pass;
    }
}
