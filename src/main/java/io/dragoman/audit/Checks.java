package io.dragoman.audit;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The checks of a file's lines, each over the one before. For one thread. */
final class Checks {
    /** Hexadecimal digits of a check. */
    static final int DIGITS = 64;

    private final MessageDigest sha256;
    private String last = "";

    Checks() {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** The check of the next line. */
    String next(byte[] content, int length) {
        sha256.update(last.getBytes(US_ASCII));
        sha256.update(content, 0, length);
        last = HexFormat.of().formatHex(sha256.digest());
        return last;
    }

    /** The check of the line before; empty before the first. */
    String last() {
        return last;
    }

    /** What the last line signs: everything before it, how many entries that is, and the end of the ledger's own chain. */
    static String signed(String check, String entries, String link) {
        return "dragoman audit log 1\n" + check + "\n" + entries + "\n" + link;
    }
}
