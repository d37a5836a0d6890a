package io.dragoman.app;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;

/**
 * Names under which images can be kept anywhere: made of the source's key and nothing else, so that they tell nobody's name
 * and suit every system of files.
 */
final class ImageNames {
    private static final int LONGEST = 60;
    private static final int DIGITS = 8;

    /** Endings that say what a file is; anything else could be part of a name. */
    private static final Set<String> ENDINGS = Set.of(
            "dcm", "dicom", "jpg", "jpeg", "png", "tif", "tiff", "bmp", "gif", "jp2", "heic", "webp", "pdf", "stl",
            "ply", "obj", "zip", "mp4", "avi", "mov");

    private ImageNames() {}

    /**
     * A name unlike that of any other key, whatever the case: of a key in small letters a digest is part of it.
     *
     * @param name as the source has it; only a well-known ending is taken from it
     */
    static String safe(String key, String name) {
        String plain = key.replaceAll("[^A-Z0-9_-]", "_");
        if (plain.length() > LONGEST) {
            plain = plain.substring(0, LONGEST);
        }
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return "image-" + plain + (plain.equals(key) ? "" : "-" + digest(key))
                + (ENDINGS.contains(ending) ? "." + ending : "");
    }

    /** What was changed of the key could make two keys alike. */
    private static String digest(String key) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8)))
                    .substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
