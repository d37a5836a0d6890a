package io.dragoman.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a multipart form as it comes in. Of a file only name, type, size and digest are kept, so a file of any size fits. What comes out is
 * a JSON object: texts by name, and files as objects.
 */
final class MultipartBody {
    private static final int LONGEST_TEXT = 64 * 1024;
    private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]+)");
    private static final Pattern NAME = Pattern.compile("[;\\s]name=\"([^\"]*)\"");
    private static final Pattern FILE_NAME = Pattern.compile("filename=\"([^\"]*)\"");
    private static final Pattern TYPE = Pattern.compile("(?im)^content-type:\\s*(\\S+)");

    private final InputStream in;
    private final byte[] delimiter;
    private final byte[] come = new byte[LONGEST_TEXT];
    private int at;
    private int end;

    private MultipartBody(InputStream in, String boundary) {
        this.in = in;
        this.delimiter = ("\r\n--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
    }

    static boolean isOne(String contentType) {
        return contentType.startsWith("multipart/form-data")
                && BOUNDARY.matcher(contentType).find();
    }

    /** @throws IOException when the body ends before its last boundary */
    static ObjectNode read(InputStream in, String contentType) throws IOException {
        Matcher boundary = BOUNDARY.matcher(contentType);
        if (!boundary.find()) {
            throw new IOException("no boundary");
        }
        return new MultipartBody(in, boundary.group(1)).parts();
    }

    private ObjectNode parts() throws IOException {
        ObjectNode parts = Json.object();
        upTo(2, OutputStream.nullOutputStream());
        while (readLine().isEmpty()) {
            part(parts);
        }
        return parts;
    }

    private void part(ObjectNode parts) throws IOException {
        StringBuilder head = new StringBuilder();
        for (String line = readLine(); !line.isEmpty(); line = readLine()) {
            head.append(line).append('\n');
        }
        String name = first(NAME, head);
        if (FILE_NAME.matcher(head).find()) {
            Digesting file = new Digesting();
            upTo(0, file);
            ObjectNode shown = parts.putObject(name).put("name", first(FILE_NAME, head));
            shown.put("type", first(TYPE, head)).put("size", file.size).put("sha256", file.hex());
            return;
        }
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        upTo(0, text);
        parts.put(name, text.toString(StandardCharsets.UTF_8));
    }

    /** Copies up to the next delimiter, of which the first bytes may stand before the first part. */
    private void upTo(int from, OutputStream out) throws IOException {
        int matched = from;
        while (matched < delimiter.length) {
            int next = next();
            if (next < 0) {
                throw new EOFException("the body ends before its last boundary");
            }
            if (next == (delimiter[matched] & 0xff)) {
                matched++;
            } else {
                // a carriage return stands at the beginning of the delimiter and nowhere else in it
                out.write(delimiter, 0, matched);
                matched = next == '\r' ? 1 : 0;
                if (matched == 0) {
                    out.write(next);
                }
            }
        }
    }

    /** A line without its end; after a delimiter it is empty, or two dashes after the last one. */
    private String readLine() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = next(); next != '\n'; next = next()) {
            if (next < 0 || line.size() > LONGEST_TEXT) {
                throw new EOFException("the body ends before its last boundary");
            }
            if (next != '\r') {
                line.write(next);
            }
        }
        return line.toString(StandardCharsets.UTF_8);
    }

    private int next() throws IOException {
        if (at == end) {
            at = 0;
            end = Math.max(0, in.read(come));
            if (end == 0) {
                return -1;
            }
        }
        return come[at++] & 0xff;
    }

    private static String first(Pattern pattern, CharSequence text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group(1) : "";
    }

    private static final class Digesting extends OutputStream {
        private final MessageDigest digest;
        private final byte[] piece = new byte[LONGEST_TEXT];
        private int filled;
        private long size;

        Digesting() {
            try {
                digest = MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java has SHA-256", e);
            }
        }

        @Override
        public void write(int next) {
            piece[filled++] = (byte) next;
            size++;
            if (filled == piece.length) {
                digest.update(piece);
                filled = 0;
            }
        }

        String hex() {
            digest.update(piece, 0, filled);
            return HexFormat.of().formatHex(digest.digest());
        }
    }
}
