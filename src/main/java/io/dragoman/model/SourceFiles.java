package io.dragoman.model;

import java.io.InputStream;

/** Files that a source has beside the folder of an export: at addresses of its own, or made of its rows. Used by several threads. */
public interface SourceFiles extends ContentSource {
    /** A source without any. */
    SourceFiles NONE = new SourceFiles() {
        @Override
        public boolean holds(String where) {
            return false;
        }

        @Override
        public InputStream open(String where) throws ContentProblem {
            throw new ContentProblem("file-not-found", "The source has no files of its own.");
        }
    };

    /** Whether a place is one of these. */
    boolean holds(String where);
}
