package io.dragoman.systems.pipedrive;

import io.dragoman.model.ContentProblem;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.hc.core5.http.io.entity.AbstractHttpEntity;

/**
 * The multipart body of an upload, streamed from where the bytes are. Its length is declared beforehand. When the bytes are not those that
 * were measured it ends before its last boundary, so that no server can take it for whole.
 */
final class UploadEntity extends AbstractHttpEntity {
    private static final int PIECE = 64 * 1024;

    private final Upload upload;
    private final byte[] head;
    private final byte[] tail;

    UploadEntity(Upload upload) {
        this(upload, "dragoman-" + UUID.randomUUID());
    }

    private UploadEntity(Upload upload, String boundary) {
        super("multipart/form-data; boundary=" + boundary, null);
        this.upload = upload;
        this.head = head(upload, boundary).getBytes(StandardCharsets.UTF_8);
        this.tail = ("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.US_ASCII);
    }

    private static String head(Upload upload, String boundary) {
        StringBuilder head = new StringBuilder();
        new TreeMap<>(upload.parents())
                .forEach((key, id) -> head.append("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + key
                        + "\"\r\n\r\n" + id + "\r\n"));
        return head.append("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                        + upload.name() + "\"\r\nContent-Type: " + upload.mediaType() + "\r\n\r\n")
                .toString();
    }

    @Override
    public long getContentLength() {
        return head.length + upload.size() + tail.length;
    }

    @Override
    public boolean isRepeatable() {
        return true;
    }

    @Override
    public boolean isStreaming() {
        return false;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream in = upload.contents().open(upload.where())) {
            out.write(head);
            byte[] piece = new byte[PIECE];
            long left = upload.size();
            for (int read = read(in, piece); read >= 0; read = read(in, piece)) {
                left -= read;
                if (left < 0) {
                    throw changed();
                }
                digest.update(piece, 0, read);
                out.write(piece, 0, read);
            }
            if (left > 0 || !HexFormat.of().formatHex(digest.digest()).equals(upload.sha256())) {
                throw changed();
            }
        }
        out.write(tail);
        out.flush();
    }

    /** Tells a failure of the source from one of the connection. */
    private static int read(InputStream in, byte[] piece) throws ContentProblem {
        try {
            return in.read(piece);
        } catch (IOException e) { // its text may quote the place
            throw new ContentProblem(
                    "file-not-readable", "Reading the file broke off. Look at where it lies, then replay.");
        }
    }

    private static ContentProblem changed() {
        return new ContentProblem(
                "file-changed",
                "The file is not the one it was when it was measured. When nobody writes to it any more, replay.");
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** A body of any size is never handed out as a stream of its own. */
    @Override
    public InputStream getContent() {
        throw new UnsupportedOperationException("an upload is written, not read");
    }

    @Override
    public Set<String> getTrailerNames() {
        return Set.of();
    }

    @Override
    public void close() {
        // Every writing closes what it opened.
    }
}
