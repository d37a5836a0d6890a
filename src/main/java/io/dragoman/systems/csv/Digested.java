package io.dragoman.systems.csv;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Content whose digest is taken while it is read; a part that is read again counts once. */
final class Digested implements Content {
    private final Content content;
    private final MessageDigest digest;
    private long seen;

    Digested(Content content) {
        this.content = content;
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public InputStream open(long offset) throws IOException {
        return new Reading(content.open(offset), offset);
    }

    @Override
    public void close() throws IOException {
        content.close();
    }

    /** SHA-256 of all bytes read, in lower-case hex; asked once, at the end. */
    String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }

    /** How many of the last bytes read, which end at one offset, lie behind everything seen before. */
    static int fresh(int count, long at, long seen) {
        return (int) Math.max(0, Math.min(count, at - seen));
    }

    private final class Reading extends FilterInputStream {
        private long at;

        Reading(InputStream in, long at) {
            super(in);
            this.at = at;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int count = super.read(bytes, from, length);
            if (count > 0) {
                at += count;
                int fresh = fresh(count, at, seen);
                if (fresh > 0) {
                    digest.update(bytes, from + count - fresh, fresh);
                    seen = at;
                }
            }
            return count;
        }
    }
}
