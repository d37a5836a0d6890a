package io.dragoman.audit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** The lines of a file as bytes, one at a time. For one thread. */
final class Lines {
    private final InputStream in;
    private long number;
    private byte[] line = new byte[0];
    private boolean whole = true;

    /** @param in buffered */
    Lines(InputStream in) {
        this.in = in;
    }

    /** Goes to the next line; false after the last. */
    boolean next() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int one = in.read();
        if (one < 0) {
            return false;
        }
        while (one >= 0 && one != '\n') {
            bytes.write(one);
            one = in.read();
        }
        number++;
        whole = one == '\n';
        line = bytes.toByteArray();
        return true;
    }

    /** The line it stands on, without its end. */
    byte[] line() {
        return line;
    }

    /** Whether that line has an end. */
    boolean whole() {
        return whole;
    }

    /** From 1; 0 before the first. */
    long number() {
        return number;
    }
}
