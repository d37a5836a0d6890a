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
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The file that holds a sealing key. */
final class SealKeyFile {
    private static final Logger LOG = LoggerFactory.getLogger(SealKeyFile.class);
    private static final int BYTES = 32;
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private SealKeyFile() {}

    static byte[] readOrMake(Path file, SecureRandom random) throws IOException {
        // An empty file is what a crash leaves between making and filling it; no key was ever used.
        if (!Files.exists(file) || Files.size(file) == 0) {
            make(file, random);
        }
        warnWhenOthersMayRead(file);
        try {
            byte[] secret =
                    HexFormat.of().parseHex(Files.readString(file, US_ASCII).strip());
            if (secret.length == BYTES) {
                return secret;
            }
        } catch (IllegalArgumentException e) {
            throw new IOException("not hexadecimal", e);
        }
        throw new IOException("not 32 bytes");
    }

    private static void make(Path file, SecureRandom random) throws IOException {
        Path folder = file.toAbsolutePath().normalize().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        if (!Files.exists(file)) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        }
        Files.setPosixFilePermissions(file, OWNER_ONLY);
        byte[] secret = new byte[BYTES];
        random.nextBytes(secret);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            ByteBuffer text = US_ASCII.encode(HexFormat.of().formatHex(secret) + "\n");
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
            LOG.warn("The sealing key {} can be read by others than its owner. Take that right away.", file);
        }
    }
}
