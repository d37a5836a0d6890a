package io.dragoman.content;

/**
 * What must be known of a file before it is sent.
 *
 * @param size bytes, at least one
 * @param sha256 of the bytes, 64 lower-case hexadecimal digits
 * @param mediaType what the bytes are
 */
public record Measured(long size, String sha256, String mediaType) {}
