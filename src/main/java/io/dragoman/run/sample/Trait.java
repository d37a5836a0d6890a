package io.dragoman.run.sample;

/**
 * Something a record shows that a person should have seen before all records travel.
 *
 * @param mapping whose record shows it
 * @param row target of the row that shows it, a row of lines as {@code lines.target}; empty for the record as a whole
 * @param what tells it from others of its sort: a code, a shape, an end of a scale; never shown as it is
 */
public record Trait(Sort sort, String mapping, String row, String what) {
    /** In the order of their weight: where not all fit into a sample, the later ones stay out. */
    public enum Sort {
        /** A row of a mapping gives a value. */
        LINE(0),
        /** A code of the source, or a label, stage or type of the account. */
        CODE(0),
        /** A record of its own, or one joined to another. */
        RECORD(0),
        /** A row gives nothing. */
        EMPTY(1),
        /** Which of several columns are empty, how many children there are. */
        SHAPE(1),
        /** The longest text, the earliest day, the greatest number. */
        EXTREME(2),
        /** Another script, a control mark, markup. */
        ODD(2);

        /** How many ranks there are. */
        static final int RANKS = 3;

        private final int rank;

        Sort(int rank) {
            this.rank = rank;
        }

        int rank() {
            return rank;
        }
    }
}
