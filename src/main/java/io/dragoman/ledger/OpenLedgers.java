package io.dragoman.ledger;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which migrations this process has open. A database lets its own process in twice, and the files of an HSQLDB ledger may
 * only be shut down and unlocked when the last migration in them is closed.
 */
final class OpenLedgers {
    private static final Logger LOG = LoggerFactory.getLogger(OpenLedgers.class);
    private static final Map<String, Opened> OPENED = new HashMap<>();

    private record Opened(Set<String> migrations, @Nullable ProcessLock lock) {}

    private OpenLedgers() {}

    /** False when this process has this migration open already, or another process has the files. */
    static synchronized boolean enter(LedgerAddress address, String migration) throws IOException {
        Opened opened = OPENED.get(address.jdbcUrl());
        if (opened == null) {
            ProcessLock lock = address.isFile() ? ProcessLock.take(address.path()) : null;
            if (address.isFile() && lock == null) {
                return false;
            }
            opened = new Opened(new HashSet<>(), lock);
            OPENED.put(address.jdbcUrl(), opened);
        }
        return opened.migrations().add(migration);
    }

    /** Leaves, and does this first when no other migration of the same database is open. */
    static synchronized void leave(LedgerAddress address, String migration, Runnable last) {
        Opened opened = OPENED.get(address.jdbcUrl());
        if (opened == null
                || !opened.migrations().remove(migration)
                || !opened.migrations().isEmpty()) {
            return;
        }
        OPENED.remove(address.jdbcUrl());
        last.run();
        ProcessLock lock = opened.lock();
        try {
            if (lock != null) {
                lock.giveBack();
            }
        } catch (IOException e) {
            LOG.warn("The lock of the ledger was not given back; it goes when this process ends");
        }
    }
}
