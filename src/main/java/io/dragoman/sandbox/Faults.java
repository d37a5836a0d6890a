package io.dragoman.sandbox;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The failures a {@link Sandbox} is told to have. Requests and writes are numbered from 1 in order of arrival since the start or the last
 * reset; a refused request has a number too. Thread-safe. A fault by number comes once; a fault by chance depends on the seed and the
 * write number alone.
 */
public final class Faults {

    /** What goes wrong, and whether the work was done before. */
    public enum Kind {
        /** The work is done, then the connection is closed without an answer. */
        LOST_ANSWER_AFTER_COMMIT(true),
        /** The connection is closed without an answer; nothing is done. */
        RESET_BEFORE_COMMIT(false),
        /**
         * The connection is closed without an answer; the work is done only after somebody listed what changed lately. Work on fields,
         * pipelines and the like, which nobody lists so, is done before anybody lists them.
         */
        LATE_COMMIT(false),
        /** An answer as usual, but what was made is gone before somebody lists what changed lately. */
        GONE_AFTER_ANSWER(true),
        /** 503; nothing is done. */
        HTTP_503(false),
        /** 500; the work is done. */
        HTTP_500_AFTER_COMMIT(true),
        /** 500; nothing is done. */
        HTTP_500_BEFORE_COMMIT(false),
        /** 429 of the burst kind; nothing is done. */
        BURST_429(false),
        /** 403 with an HTML page, as after ignored 429s; nothing is done. */
        BAN_403_HTML(false),
        /** The work is done, but the answer is shorter than its declared length. */
        HALF_BODY_AFTER_COMMIT(true),
        /** The work is done, but a web page comes back with 200. */
        HTML_200_AFTER_COMMIT(true),
        /** The work is done, but of the longest text in the body only the first half is kept; the answer shows it and says nothing. */
        TEXT_CUT_SHORT(true),
        /** 401; nothing is done. */
        UNAUTHORIZED_401(false),
        /** 402; nothing is done. */
        PAYMENT_402(false);

        private final boolean afterCommit;

        Kind(boolean afterCommit) {
            this.afterCommit = afterCommit;
        }

        /** Whether the work is done although the client cannot know it. */
        public boolean afterCommit() {
            return afterCommit;
        }
    }

    /** What every request meets from a number on. */
    private record Lasting(long from, Kind kind) {}

    private final Map<Long, Kind> byRequest = new HashMap<>();
    private final Map<Long, Kind> byWrite = new HashMap<>();
    private Map<Kind, Double> chances = Map.of();
    private final Later later = new Later();
    private @Nullable Lasting lasting;
    private long seed;

    Faults() {}

    /** Work of faults that is not done yet. */
    Later later() {
        return later;
    }

    /** Plans a fault for the n-th request of any verb. */
    public synchronized void onRequest(long n, Kind kind) {
        byRequest.put(n, kind);
    }

    /** Plans a fault for the n-th request and all that follow, until {@link #clear()}; in place of one planned so before. */
    public synchronized void fromRequest(long n, Kind kind) {
        lasting = new Lasting(n, kind);
    }

    /** Plans a fault for the n-th POST, PATCH, PUT or DELETE. */
    public synchronized void onWrite(long n, Kind kind) {
        byWrite.put(n, kind);
    }

    /**
     * Gives every write a chance of each kind, in place of the chances given before.
     *
     * @param probabilityPerWrite from 0 to 1 for each kind, together at most 1
     */
    public synchronized void random(long seed, Map<Kind, Double> probabilityPerWrite) {
        double sum = probabilityPerWrite.values().stream().mapToDouble(p -> p).sum();
        if (sum > 1 || probabilityPerWrite.values().stream().anyMatch(p -> p < 0)) {
            throw new IllegalArgumentException("probabilities must lie between 0 and 1, together too");
        }
        this.seed = seed;
        this.chances = Map.copyOf(probabilityPerWrite);
    }

    /** Forgets every planned fault and all chances. What is late does not come any more. */
    public synchronized void clear() {
        clearPlanned();
        later.clear();
    }

    /** Forgets every planned fault and all chances. What is late still comes. */
    public synchronized void clearPlanned() {
        byRequest.clear();
        byWrite.clear();
        chances = Map.of();
        lasting = null;
    }

    /** The fault of this arrival, if any. {@code write} is 0 for a read. */
    synchronized Optional<Kind> draw(long request, long write) {
        if (lasting != null && request >= lasting.from()) {
            return Optional.of(lasting.kind());
        }
        Optional<Kind> planned = Optional.ofNullable(byRequest.remove(request));
        if (write == 0) {
            return planned;
        }
        planned = planned.or(() -> Optional.ofNullable(byWrite.remove(write)));
        return planned.or(() -> byChance(write));
    }

    private Optional<Kind> byChance(long write) {
        double left = Mix.unit(seed, write);
        for (Kind kind : Kind.values()) {
            left -= chances.getOrDefault(kind, 0.0);
            if (left < 0) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
