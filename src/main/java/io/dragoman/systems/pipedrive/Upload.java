package io.dragoman.systems.pipedrive;

import io.dragoman.model.ContentSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A file on its way, with what was measured of it: exactly these bytes are sent, or none are accepted.
 *
 * @param parents key of the API to id of what the file belongs to
 * @param where the bytes are; stands in no message
 * @param name safe to stand between quotes
 */
record Upload(
        ContentSource contents,
        String where,
        String name,
        String mediaType,
        long size,
        String sha256,
        Map<String, String> parents)
        implements Payload {

    @Override
    public UploadEntity body() {
        return new UploadEntity(this);
    }

    /** The boundary between the parts belongs to it, so the body tells it. */
    @Override
    public @Nullable String contentType() {
        return null;
    }

    /** Never printed with its place or its name. */
    @Override
    public String toString() {
        return "a file of " + size + " bytes";
    }
}
