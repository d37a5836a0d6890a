package io.dragoman.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which record was first with a mark in this phase, whatever the ledger knows already. Some seventy bytes a mark; two marks are
 * taken for one once in many millions of phases, and whoever asks looks into the ledger then. Thread-safe.
 */
final class Claims {
    private final Map<Long, Long> owners = new ConcurrentHashMap<>();

    /** Whether the mark is this record's; the first who asks gets it. */
    boolean claim(String mark, String key) {
        Long owner = owners.putIfAbsent(number(mark), number(key));
        return owner == null || owner == number(key);
    }

    /** Gives the mark to this record, whoever had it. */
    void take(String mark, String key) {
        owners.put(number(mark), number(key));
    }

    void clear() {
        owners.clear();
    }

    private static long number(String text) {
        return UUID.nameUUIDFromBytes(text.getBytes(UTF_8)).getMostSignificantBits();
    }
}
