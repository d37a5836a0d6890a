package io.dragoman.model;

import java.io.InputStream;

/** Opens the bytes of the files that records name. Used by several threads at once. */
public interface ContentSource {
    /**
     * The bytes from the first one on; the caller closes them. Opened anew, they are there again.
     *
     * @param where as the mapping gives it; may hold a secret, so it stands in no message
     * @throws ContentProblem when there is no such file, or it must not be read
     */
    InputStream open(String where) throws ContentProblem;
}
