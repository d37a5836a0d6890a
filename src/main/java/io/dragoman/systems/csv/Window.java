package io.dragoman.systems.csv;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** The part of a file that is in memory: what is read of the present row, and a little ahead. */
final class Window implements Closeable {
    private static final int STEP = 1 << 16;

    private final Content content;
    private final int limit;
    private InputStream in;
    private byte[] bytes = new byte[STEP];
    private int end;
    /** Offset in the file of the first byte held. */
    private long base;

    /** @param limit most bytes that are ever held, rounded up to a step */
    Window(Content content, int limit) throws IOException {
        this.content = content;
        this.limit = limit + STEP;
        this.in = content.open(0);
    }

    byte at(int index) {
        return bytes[index];
    }

    byte[] bytes() {
        return bytes;
    }

    /** Index after the last byte held. */
    int end() {
        return end;
    }

    /** Offset in the file of the byte at an index. */
    long offset(int index) {
        return base + index;
    }

    /** Index of the byte at an offset; it may lie outside of what is held. */
    long index(long offset) {
        return offset - base;
    }

    /**
     * Reads on, after letting go of what lies before an index; the byte that was there is then the first.
     *
     * @return false at the end of the file
     */
    boolean fill(int from) throws IOException {
        if (from > 0) {
            System.arraycopy(bytes, from, bytes, 0, end - from);
            base += from;
            end -= from;
        }
        if (end == bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.min(2 * bytes.length, limit));
        }
        int count = in.read(bytes, end, bytes.length - end);
        end += Math.max(0, count);
        return count > 0;
    }

    /** Reads past what is held without holding it; answers -1 at the end of the file. */
    int readBeyond(byte[] beyond) throws IOException {
        return in.read(beyond);
    }

    static byte[] step() {
        return new byte[STEP];
    }

    /** Goes back to an offset after reading beyond; answers its index. */
    int goBack(long offset) throws IOException {
        if (offset > base + end) {
            base = offset;
            end = 0;
        }
        in.close();
        in = content.open(base + end);
        return (int) (offset - base);
    }

    /** Holds, in place of everything, what was read beyond but not used. */
    void goOn(byte[] beyond, int from, int to, long offset) {
        System.arraycopy(beyond, from, bytes, 0, to - from);
        base = offset;
        end = to - from;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
