package io.dragoman.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The chain of closed writes of one migration: each link is a hash over the link before and all that is final about a
 * write. The last link is signed with the sealing key, so that neither a changed row, nor a row cut off at the end, nor a
 * chain written anew goes unseen. Used by the writing thread only.
 */
final class Chain {
    /** A number and the hash that goes with it. */
    record Link(long seq, String hash) {
        static final Link FIRST = new Link(0, "");
    }

    private final long migration;
    private final SealKey key;
    private Link settled;
    private Link last;

    Chain(long migration, SealKey key, Link last) {
        this.migration = migration;
        this.key = key;
        this.settled = last;
        this.last = last;
    }

    /** Lengthens the chain by one closed write and returns its link. */
    Link add(WriteText write, Closing closing) {
        last = next(last, write, closing);
        return last;
    }

    void write(Pen pen) throws SQLException {
        if (last.seq() != settled.seq()) {
            pen.now(
                    "update migration set chain_seq = ?, chain_head = ?, chain_seal = ? where id = ?",
                    last.seq(),
                    last.hash(),
                    sign(last, key),
                    migration);
        }
    }

    void committed() {
        settled = last;
    }

    void undone() {
        last = settled;
    }

    static String sign(Link link, SealKey key) {
        return key.hmac("chain " + link.seq() + " " + link.hash());
    }

    static Link next(Link before, WriteText write, Closing closing) {
        MessageDigest digest = sha256();
        put(digest, before.hash());
        put(digest, Long.toString(before.seq() + 1));
        for (String column : write.columns()) {
            put(digest, column);
        }
        for (String column : closing.columns()) {
            put(digest, column);
        }
        return new Link(before.seq() + 1, HexFormat.of().formatHex(digest.digest()));
    }

    /** Length first, so that no text can flow over into the next column; -1 tells nothing from empty. */
    private static void put(MessageDigest digest, @Nullable String column) {
        byte[] text = column == null ? new byte[0] : column.getBytes(UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES)
                .putInt(column == null ? -1 : text.length)
                .flip());
        digest.update(text);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing from this Java", e);
        }
    }
}
