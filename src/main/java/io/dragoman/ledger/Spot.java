package io.dragoman.ledger;

/** The one place of a source record in the lineage: mapping and source key. */
record Spot(String mapping, String key) {
    static final int LONGEST = 500;

    /** This spot, when the ledger can hold its key. */
    Spot checked() {
        if (key.isEmpty() || key.length() > LONGEST || key.indexOf('\0') >= 0) {
            throw LedgerProblems.record(
                    "key-unusable",
                    new Spot(mapping, "…"),
                    "The source key has " + key.length() + " characters or a NUL; a key has 1 to " + LONGEST
                            + " characters. Choose other key fields, or mend the source.");
        }
        return this;
    }

    @Override
    public String toString() {
        return mapping + " " + key;
    }
}
