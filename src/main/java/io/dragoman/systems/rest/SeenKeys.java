package io.dragoman.systems.rest;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Which keys came already, in sixteen bytes each: half a digest, because the keys of a large practice do not fit into a small memory. */
final class SeenKeys {
    private static final int START = 1 << 10;

    private final MessageDigest digest = sha256();
    private long[] slots = new long[2 * START];
    private int count;

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing from this Java", e);
        }
    }

    /** Notes a key; returns whether it is new. */
    boolean add(String key) {
        ByteBuffer half = ByteBuffer.wrap(digest.digest(key.getBytes(StandardCharsets.UTF_8)));
        long high = half.getLong();
        long low = half.getLong() | 1; // never nothing, which marks a free slot
        if (3 * count >= slots.length) {
            grow();
        }
        return put(high, low);
    }

    int size() {
        return count;
    }

    private boolean put(long high, long low) {
        int mask = slots.length / 2 - 1;
        for (int slot = (int) high & mask; ; slot = (slot + 1) & mask) {
            if (slots[2 * slot + 1] == 0) {
                slots[2 * slot] = high;
                slots[2 * slot + 1] = low;
                count++;
                return true;
            }
            if (slots[2 * slot] == high && slots[2 * slot + 1] == low) {
                return false;
            }
        }
    }

    private void grow() {
        long[] before = slots;
        slots = new long[2 * before.length];
        count = 0;
        for (int i = 0; i < before.length; i += 2) {
            if (before[i + 1] != 0) {
                put(before[i], before[i + 1]);
            }
        }
    }
}
