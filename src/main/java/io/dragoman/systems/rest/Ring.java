package io.dragoman.systems.rest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * When each of the places of a window is free again, and how many requests a month has had, in a file that outlives a killed process.
 * For one thread at a time.
 */
final class Ring {
    private static final int COUNT = 0;
    private static final int MONTH = 8;
    private static final int USED = 16;
    private static final int HELD = 24;
    private static final int PLACES = 32;

    private final MappedByteBuffer bytes;
    private final int places;

    private Ring(MappedByteBuffer bytes, int places) {
        this.bytes = bytes;
        this.places = places;
    }

    /**
     * Opens the file. Places under way when a process was killed, and all places of another number, count as left just now.
     *
     * @param lateAt when a place is free again that is left now
     */
    static Ring open(Path file, int places, long lateAt) {
        try {
            boolean known = Files.exists(file);
            try (FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
                if (!known && file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
                }
                Ring ring = new Ring(channel.map(FileChannel.MapMode.READ_WRITE, 0, PLACES + 8L * places), places);
                ring.settle(known, lateAt);
                return ring;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void settle(boolean known, long lateAt) {
        boolean another = bytes.getLong(COUNT) != places;
        for (int place = 0; place < places; place++) {
            if (known && (another || freeAt(place) > lateAt)) {
                free(place, lateAt);
            }
        }
        bytes.putLong(COUNT, places);
    }

    /** The place that is free first; the others follow in their order. */
    int first() {
        int first = 0;
        for (int place = 1; place < places; place++) {
            first = freeAt(place) < freeAt(first) ? place : first;
        }
        return first;
    }

    int places() {
        return places;
    }

    /** Milliseconds since 1970. */
    long freeAt(int place) {
        return bytes.getLong(PLACES + 8 * place);
    }

    void free(int place, long at) {
        bytes.putLong(PLACES + 8 * place, at);
    }

    /** Nobody goes before this moment, in milliseconds since 1970. */
    long heldUntil() {
        return bytes.getLong(HELD);
    }

    void hold(long until) {
        bytes.putLong(HELD, until);
    }

    /** Requests of a month, such as 202611; another month begins at nothing. */
    long used(long month) {
        return bytes.getLong(MONTH) == month ? bytes.getLong(USED) : 0;
    }

    void use(long month, long used) {
        bytes.putLong(USED, used);
        bytes.putLong(MONTH, month);
    }
}
