package io.dragoman.content;

import io.dragoman.model.ContentProblem;
import io.dragoman.model.ContentSource;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Reads a file from end to end once, for its size, its digest and its type. Immutable, safe for several threads. */
public final class Measuring {
    private static final int PIECE = 64 * 1024;

    private final ContentSource source;
    private final long largest;

    /** @param largest bytes that a file may have */
    public Measuring(ContentSource source, long largest) {
        this.source = source;
        this.largest = largest;
    }

    /**
     * Measures a file.
     *
     * @param name as people call it, which tells one kind of text, or of archive, from another; empty when it has none
     * @throws ContentProblem {@code file-too-large}, {@code file-empty}, or what keeps it from being read
     */
    public Measured measure(String where, String name) throws ContentProblem {
        try (InputStream in = source.open(where)) {
            MessageDigest digest = sha256();
            byte[] head = in.readNBytes(PIECE);
            digest.update(head);
            long size = head.length;
            byte[] piece = new byte[PIECE];
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                digest.update(piece, 0, read);
                size += read;
                if (size > largest) {
                    throw tooLarge("more than " + largest + " bytes");
                }
            }
            if (size == 0) {
                throw new ContentProblem("file-empty", "The file has no bytes. Export it again, or leave it behind.");
            }
            return new Measured(checked(size), HexFormat.of().formatHex(digest.digest()), FileTypes.of(head, name));
        } catch (ContentProblem e) {
            throw e;
        } catch (IOException e) { // its text may quote the place
            throw new ContentProblem(
                    "file-not-readable", "Reading the file broke off. Look at where it lies, then replay.");
        }
    }

    /**
     * The size itself.
     *
     * @throws ContentProblem {@code file-too-large}
     */
    public long checked(long size) throws ContentProblem {
        if (size > largest) {
            throw tooLarge(size + " bytes");
        }
        return size;
    }

    private ContentProblem tooLarge(String size) {
        return new ContentProblem(
                "file-too-large",
                "It has " + size + ", where target.largest-file allows " + largest
                        + ". Raise that if the account takes more, or keep the file where it is.");
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
