package io.dragoman.systems.rest;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Fails where a body ends before the length its head promised, which the connection itself takes for the end. */
final class WholeBody extends FilterInputStream {
    private final long promised;
    private long seen;

    /** @param promised bytes; negative when the head promised nothing */
    WholeBody(InputStream in, long promised) {
        super(in);
        this.promised = promised;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        int count = super.read(bytes, from, length);
        if (count < 0 && seen < promised) {
            throw new EOFException("a body ended early");
        }
        seen += Math.max(0, count);
        return count;
    }
}
