package io.dragoman.ledger;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/**
 * The operating system's lock on an HSQLDB ledger, beside its files. It tells at once whether a living process has the
 * ledger, and a killed one loses it at once. HSQLDB's own lock is a heartbeat: ten seconds pass before it tells either.
 */
final class ProcessLock {
    private final FileChannel channel;

    private ProcessLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the lock; null when another process has it. Makes the folder, for its owner only, when there is none.
     *
     * @param files path of the database's files without their endings
     */
    static @Nullable ProcessLock take(String files) throws IOException {
        Path file = Path.of(files + ".in-use");
        Path folder = file.getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (channel.tryLock() == null) {
            channel.close();
            return null;
        }
        return new ProcessLock(channel);
    }

    /** The file stays: deleting it would let two processes lock two files of the same name. */
    void giveBack() throws IOException {
        channel.close();
    }
}
