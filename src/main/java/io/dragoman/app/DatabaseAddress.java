package io.dragoman.app;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How the database of a source is reached.
 *
 * @param url JDBC address, without user and password
 * @param driver file of a driver that Dragoman does not bring along; null for one that it does
 * @param queries folder of queries; null for the system's usual ones
 */
record DatabaseAddress(
        String url,
        @Nullable String user,
        @Nullable Secret password,
        @Nullable Path driver,
        @Nullable Path queries) {}
