package io.dragoman.systems.csv;

import java.io.IOException;
import java.io.InputStream;

/** The bytes of one file of an export, readable more than once and from anywhere. */
interface Content {
    InputStream open(long offset) throws IOException;
}
