package io.dragoman.systems.csv;

import io.dragoman.model.Problem;
import io.dragoman.model.RunProblem;
import io.dragoman.model.UserProblems;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * One entry of a zip. It is inflated while it is read; only when it has to be read again from the middle is it unpacked,
 * once, into the work folder. An entry that grows beyond what it says of itself is refused.
 */
final class ZipContent implements Content {
    /** No export of a practice comes near it; what does is made to fill a disk. */
    private static final long TOTAL_BYTES = 64L << 30;

    /** Files are read one after the other, so one name serves them all, and a crash leaves one file at most. */
    private static final String UNPACKED = "unpacked.csv";

    private static final long SMALL_BYTES = 16L << 20;
    private static final long RATIO = 200;

    private final Path zip;
    private final String entry;
    private final Path work;
    private boolean isUnpacked;

    private ZipContent(Path zip, String entry, Path work) {
        this.zip = zip;
        this.entry = entry;
        this.work = work;
    }

    static Map<String, Content> files(Path zip, Path work) throws IOException {
        Map<String, Content> files = Container.names();
        List<Problem> problems = new ArrayList<>();
        long total = 0;
        Files.deleteIfExists(work.resolve(UNPACKED));
        try (ZipFile open = new ZipFile(zip.toFile())) {
            for (Enumeration<? extends ZipEntry> entries = open.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                String name = entry.getName();
                total += Math.max(0, entry.getSize());
                if (total > TOTAL_BYTES || isBomb(entry)) {
                    throw bomb(zip);
                }
                if (name.contains("/") || name.contains("\\") || name.contains("..")) {
                    problems.add(new Problem(
                            "zip-entry-path",
                            String.valueOf(zip.getFileName()),
                            "An entry is in a folder. Zip the files themselves, not the folder they are in."));
                } else if (files.put(name, new ZipContent(zip, name, work)) != null) {
                    problems.add(new Problem("zip-entry-twice", name, "The zip holds this file twice. Keep one."));
                }
            }
        } catch (ZipException e) {
            problems.add(new Problem(
                    "zip-unreadable", String.valueOf(zip.getFileName()), "The file is no zip, or is damaged."));
        }
        if (!problems.isEmpty()) {
            throw new UserProblems(problems.stream().distinct().toList());
        }
        return files;
    }

    private static boolean isBomb(ZipEntry entry) {
        return entry.getSize() > SMALL_BYTES && entry.getSize() / Math.max(1, entry.getCompressedSize()) > RATIO;
    }

    private static RunProblem bomb(Path zip) {
        return new RunProblem(
                RunProblem.Ending.REFUSED,
                new Problem(
                        "zip-bomb",
                        String.valueOf(zip.getFileName()),
                        "The zip unpacks to far more than an export holds. Use a folder, or make the zip anew."));
    }

    @Override
    public InputStream open(long offset) throws IOException {
        if (offset == 0) {
            return inflate();
        }
        Path file = work.resolve(UNPACKED);
        if (!isUnpacked) {
            Files.deleteIfExists(file);
            Set<PosixFilePermission> owner = PosixFilePermissions.fromString("rw-------");
            if (work.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(file, PosixFilePermissions.asFileAttribute(owner));
            }
            try (InputStream in = inflate();
                    OutputStream out = Files.newOutputStream(file)) {
                in.transferTo(out);
            }
            isUnpacked = true;
        }
        return Channels.newInputStream(FileChannel.open(file).position(offset));
    }

    @Override
    public void close() throws IOException {
        isUnpacked = false;
        Files.deleteIfExists(work.resolve(UNPACKED));
    }

    private InputStream inflate() throws IOException {
        ZipFile open = new ZipFile(zip.toFile());
        ZipEntry found = open.getEntry(entry);
        if (found == null) {
            open.close();
            throw new IOException("the zip changed while it was read");
        }
        return new Inflating(open, open.getInputStream(found), found.getSize());
    }

    /** Closes the zip with the entry, and stops at an entry that is larger than it says. */
    private final class Inflating extends FilterInputStream {
        private final ZipFile open;
        private long left;

        Inflating(ZipFile open, InputStream in, long size) {
            super(in);
            this.open = open;
            this.left = size < 0 ? TOTAL_BYTES : size;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int count = super.read(bytes, from, length);
            left -= Math.max(0, count);
            if (left < 0) {
                throw bomb(zip);
            }
            return count;
        }

        @Override
        public void close() throws IOException {
            super.close();
            open.close();
        }
    }
}
