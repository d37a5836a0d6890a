package io.dragoman.content;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MimeTypeException;
import org.apache.tika.mime.MimeTypes;

/** What files are, told by their first bytes. A name only narrows what the bytes say: a text may be a table, an archive a document. */
final class FileTypes {
    private static final MimeTypes TYPES = MimeTypes.getDefaultMimeTypes();

    private FileTypes() {}

    static String of(byte[] head, String name) {
        Metadata hints = new Metadata();
        if (!name.isEmpty()) {
            hints.set(TikaCoreProperties.RESOURCE_NAME_KEY, name);
        }
        try {
            return TYPES.detect(new ByteArrayInputStream(head), hints).toString();
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory cannot be read", e);
        }
    }

    /** Usual ending of names, with its dot; empty for bytes nobody knows. */
    static String ending(String mediaType) {
        if (mediaType.equals("application/octet-stream")) {
            return "";
        }
        try {
            return TYPES.forName(mediaType).getExtension();
        } catch (MimeTypeException e) {
            throw new IllegalArgumentException("a type that nobody detected", e);
        }
    }
}
