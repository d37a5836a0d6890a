package io.dragoman.systems.csv;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

/** The bytes of one file of an export, readable more than once and from anywhere. */
interface Content extends Closeable {
    InputStream open(long offset) throws IOException;

    /** Lets go of what was kept to read the file again; it can be opened anew. */
    @Override
    default void close() throws IOException {}
}
