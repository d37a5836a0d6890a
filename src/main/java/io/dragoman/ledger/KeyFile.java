package io.dragoman.ledger;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A file that holds a secret as text; made when it is not there, and read by its owner only. */
final class KeyFile {
    private static final Logger LOG = LoggerFactory.getLogger(KeyFile.class);
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private KeyFile() {}

    /**
     * What the file holds, without the space around it; on disk when it returns.
     *
     * @param made gives the text of a new secret
     */
    static String readOrMake(Path file, Supplier<String> made) throws IOException {
        // An empty file is what a crash leaves between making and filling it; no key was ever used.
        if (!Files.exists(file) || Files.size(file) == 0) {
            make(file, made.get());
        }
        warnWhenOthersMayRead(file);
        return Files.readString(file, US_ASCII).strip();
    }

    private static void make(Path file, String secret) throws IOException {
        Path folder = file.toAbsolutePath().normalize().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        if (!Files.exists(file)) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        }
        Files.setPosixFilePermissions(file, OWNER_ONLY);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            ByteBuffer text = US_ASCII.encode(secret + "\n");
            while (text.hasRemaining()) {
                channel.write(text);
            }
            channel.force(true);
        }
        if (folder != null) {
            forceFolder(folder);
        }
    }

    /** The name of the file must be on disk too, or a power cut takes the key and leaves what it sealed. */
    private static void forceFolder(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static void warnWhenOthersMayRead(Path file) throws IOException {
        if (!OWNER_ONLY.containsAll(Files.getPosixFilePermissions(file))) {
            LOG.warn("The key {} can be read by others than its owner. Take that right away.", file);
        }
    }
}
