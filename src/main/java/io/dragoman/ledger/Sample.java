package io.dragoman.ledger;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Records that are written and read back before the whole run, as the ledger knows them.
 *
 * @param id short and readable within a migration, such as {@code s2}
 * @param basis hash of mapping and policy; under another one the sample says nothing
 * @param step what was done last, so that a sample that was interrupted goes on after it
 * @param coverage how much of what occurs in the source its records show, in the words of who chose them
 * @param enough whether that is every line and code
 * @param compared fields that were read back and compared with what was expected; 0 before
 * @param asExpected those of them that came back so
 * @param asBefore whether the account was as before once they were taken back; null where nobody looked
 * @param passed whether it is good enough for a run; null before it was judged
 * @param verdict why, in a sentence; empty before
 * @param ended null while it is not finished
 */
public record Sample(
        String id,
        String basis,
        Ending ending,
        Step step,
        String coverage,
        boolean enough,
        long compared,
        long asExpected,
        @Nullable Boolean asBefore,
        @Nullable Boolean passed,
        String verdict,
        Instant started,
        @Nullable Instant ended) {

    /** Whether a run may rest on it. */
    public boolean hasPassed() {
        return ended != null && Boolean.TRUE.equals(passed);
    }

    /** What becomes of its records. */
    public enum Ending {
        /** They stay and are part of the run that follows. */
        KEEP,
        /** They are taken back. */
        ROLLBACK,
        /** They are taken back, the account is compared with what it was, and they are written again. */
        REHEARSE;

        /** The word used in the ledger, in reports and on the command line: lower case. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Ending of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /** The steps in their order; a sample that is kept skips those of taking back. */
    public enum Step {
        CHOSEN,
        /** What the account showed before is remembered. */
        PICTURED,
        WRITTEN,
        READ_BACK,
        TAKEN_BACK,
        /** The account showed the same as before. */
        COMPARED,
        WRITTEN_AGAIN,
        READ_AGAIN;

        /** The word used in the ledger and in reports: lower case, with hyphens. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** Whether this is done when the other was done last. */
        public boolean isDoneAfter(Step last) {
            return compareTo(last) <= 0;
        }

        static Step of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }
}
