package io.dragoman.service;

import io.dragoman.ledger.Ledger;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The one opening of a migration's ledger, lent to verbs and pages. HSQLDB lets one process in and keeps its files until the last holder is
 * gone, so it stays open as long as the service does; one that takes no changes any more is opened anew. Thread-safe.
 */
final class HeldLedger implements AutoCloseable {
    private final Supplier<Ledger> opening;
    private Ledger held;
    private boolean closed;

    HeldLedger(Supplier<Ledger> opening) {
        this.opening = opening;
        this.held = opening.get();
    }

    /** The ledger, for a holder who closes it. */
    synchronized Ledger lent() {
        return held.lent();
    }

    <T> T read(Function<Ledger, T> reader) {
        try (Ledger ledger = lent()) {
            return reader.apply(ledger);
        }
    }

    /** Opens it anew if it takes no changes. @throws io.dragoman.model.RunProblem when it still cannot be opened */
    synchronized void mend() {
        if (!held.takesChanges() && !closed) {
            held.close();
            held = opening.get();
        }
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            held.close();
        }
    }
}
