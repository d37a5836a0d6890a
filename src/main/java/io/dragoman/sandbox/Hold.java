package io.dragoman.sandbox;

import java.util.ArrayList;
import java.util.List;

/** Keeps answers back once so many writes have been done, until they are let go. The work is done. Thread-safe. */
final class Hold {
    private final List<Runnable> answers = new ArrayList<>();
    private long from = Long.MAX_VALUE;
    private boolean holding;

    /** The answer of this write, and all that come after it, are kept. */
    synchronized void from(long write) {
        from = write;
    }

    /**
     * Takes an answer when answers are kept.
     *
     * @param write number of the write; 0 for a read
     * @return false when the answer is to be sent now
     */
    synchronized boolean takes(long write, Runnable answer) {
        holding |= write >= from;
        return holding && answers.add(answer);
    }

    synchronized int size() {
        return answers.size();
    }

    /** Ends it; what was kept is the caller's to send. */
    synchronized List<Runnable> end() {
        List<Runnable> kept = List.copyOf(answers);
        answers.clear();
        from = Long.MAX_VALUE;
        holding = false;
        return kept;
    }
}
