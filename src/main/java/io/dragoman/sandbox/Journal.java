package io.dragoman.sandbox;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Keeps requests and answers when the settings ask for it. */
final class Journal {
    private final boolean on;
    private final ConcurrentLinkedQueue<RecordedRequest> kept = new ConcurrentLinkedQueue<>();

    Journal(boolean on) {
        this.on = on;
    }

    void add(long number, Instant at, Ask ask, Reply.Ending ending, Answer answer) {
        if (!on) {
            return;
        }
        boolean cut = ending == Reply.Ending.CUT;
        kept.add(new RecordedRequest(
                number,
                at,
                ask.method(),
                ask.target(),
                ask.body(),
                cut ? 0 : answer.status(),
                cut ? "" : answer.body()));
    }

    List<RecordedRequest> all() {
        return List.copyOf(kept);
    }

    void reset() {
        kept.clear();
    }
}
