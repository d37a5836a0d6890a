package io.dragoman.sandbox.cliniko;

import java.io.InputStream;

/** So many bytes that mean nothing, the same each time. For one thread. */
final class Filler extends InputStream {
    private final long size;
    private long at;

    Filler(long size) {
        this.size = size;
    }

    @Override
    public int read() {
        return at >= size ? -1 : 'a' + (int) (at++ % 26);
    }

    @Override
    public int read(byte[] bytes, int from, int length) {
        if (at >= size) {
            return -1;
        }
        int count = (int) Math.min(length, size - at);
        for (int i = 0; i < count; i++) {
            bytes[from + i] = (byte) ('a' + at++ % 26);
        }
        return count;
    }
}
