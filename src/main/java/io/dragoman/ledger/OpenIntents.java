package io.dragoman.ledger;

import java.util.HashMap;
import java.util.Map;

/**
 * Which source records have an open intent, so that none ever has two. One process works on a migration, so memory knows
 * it first; the database's constraint stands behind. Safe for use by several threads.
 */
final class OpenIntents {
    private static final long CLAIMED = 0;
    private static final long CLOSING = -1;

    private record State(long id, int attempts) {}

    private final Map<Spot, State> states = new HashMap<>();

    /** What an earlier process left open. */
    synchronized void found(Spot spot, long id, int attempts) {
        states.put(spot, new State(id, attempts));
    }

    /** Takes a spot for a new intent, or for a change of its lineage; {@link #opened} or {@link #release} must follow. */
    synchronized void claim(Spot spot) {
        if (states.putIfAbsent(spot, new State(CLAIMED, 0)) != null) {
            throw LedgerProblems.record(
                    "intent-open",
                    spot,
                    "An earlier write of this record has no answer yet. Settle it first: the next run asks the target.");
        }
    }

    synchronized void opened(Spot spot, long id) {
        states.put(spot, new State(id, 1));
    }

    synchronized void release(Spot spot) {
        states.remove(spot);
    }

    /** Counts another attempt and returns their number. */
    synchronized int again(Intent intent) {
        State state = mustBeOpen(intent);
        states.put(intent.spot(), new State(state.id(), state.attempts() + 1));
        return state.attempts() + 1;
    }

    synchronized int attempts(Intent intent) {
        return mustBeOpen(intent).attempts();
    }

    /** Begins to close an intent and returns its number of attempts; {@link #release} or {@link #reopen} must follow. */
    synchronized int closing(Intent intent) {
        State state = mustBeOpen(intent);
        states.put(intent.spot(), new State(CLOSING, state.attempts()));
        return state.attempts();
    }

    synchronized void reopen(Intent intent, int attempts) {
        states.put(intent.spot(), new State(intent.id(), attempts));
    }

    private State mustBeOpen(Intent intent) {
        State state = states.get(intent.spot());
        if (state == null || state.id() != intent.id()) {
            throw new IllegalStateException(intent + " is not open any more");
        }
        return state;
    }
}
