package io.dragoman.ledger;

import java.util.HashSet;
import java.util.Set;

/**
 * Which migrations this process has open. HSQLDB's own lock keeps other processes out but lets this one in twice, and its
 * files may only be shut down when the last migration in them is closed.
 */
final class OpenLedgers {
    private static final Set<Opened> OPENED = new HashSet<>();

    private record Opened(String url, String migration) {}

    private OpenLedgers() {}

    /** False when this process has this migration open already. */
    static synchronized boolean enter(LedgerAddress address, String migration) {
        return OPENED.add(new Opened(address.jdbcUrl(), migration));
    }

    /** Leaves, and does this when no other migration of the same database is open. */
    static synchronized void leave(LedgerAddress address, String migration, Runnable last) {
        OPENED.remove(new Opened(address.jdbcUrl(), migration));
        if (OPENED.stream().noneMatch(opened -> opened.url().equals(address.jdbcUrl()))) {
            last.run();
        }
    }
}
