package io.dragoman.inventory;

/**
 * How good a source is in one respect.
 *
 * @param topic what was looked at
 * @param good how much of it is as it should be
 * @param of how much there is; more than nothing
 * @param next what to do; empty when all is good
 */
public record Grade(String topic, long good, long of, Verdict verdict, String next) {
    private static final int HUNDRED = 100;
    private static final int GOOD = 98;
    private static final int FAIR = 90;

    /** What a score asks for. */
    public enum Verdict {
        GOOD("good"),
        LOOK("look at it"),
        ACT("act before a run");

        private final String word;

        Verdict(String word) {
            this.word = word;
        }

        /** What a report says. */
        public String word() {
            return word;
        }
    }

    static Grade of(String topic, long good, long of, String next) {
        int score = score(good, of);
        Verdict verdict = score >= GOOD ? Verdict.GOOD : score >= FAIR ? Verdict.LOOK : Verdict.ACT;
        return new Grade(topic, good, of, verdict, good == of ? "" : next);
    }

    /** What keeps nobody from moving on is looked at and no more, whatever the score. */
    Grade atWorst(Verdict worst) {
        return verdict.compareTo(worst) > 0 ? new Grade(topic, good, of, worst, next) : this;
    }

    /** In hundredths, rounded down: only what is wholly good has a hundred. */
    public int score() {
        return score(good, of);
    }

    private static int score(long good, long of) {
        return of == 0 ? HUNDRED : (int) (good * HUNDRED / of);
    }
}
