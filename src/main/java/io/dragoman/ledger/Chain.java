package io.dragoman.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Map;

/**
 * The chain of the audit log of one migration: each link is a hash over the link before and all that is final about a write or an
 * event. The last link is signed with the sealing key, so that neither a changed row, nor a row cut off at the end, nor a
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

    /** Lengthens the chain by one entry and returns its link. */
    Link add(Map<LogColumn, String> columns) {
        last = next(last, columns);
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

    static Link next(Link before, Map<LogColumn, String> columns) {
        MessageDigest digest = sha256();
        put(digest, before.hash());
        put(digest, Long.toString(before.seq() + 1));
        for (LogColumn column : LogColumn.values()) {
            put(digest, columns.getOrDefault(column, ""));
        }
        return new Link(before.seq() + 1, HexFormat.of().formatHex(digest.digest()));
    }

    /** What stands in the chain for a text that a log may be handed on without. */
    static String digest(String sealed) {
        return HexFormat.of().formatHex(sha256().digest(sealed.getBytes(UTF_8)));
    }

    /** Length first, so that no text can flow over into the next column. */
    private static void put(MessageDigest digest, String column) {
        byte[] text = column.getBytes(UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(text.length).flip());
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
