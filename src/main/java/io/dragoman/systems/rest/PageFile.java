package io.dragoman.systems.rest;

import io.dragoman.model.Problem;
import io.dragoman.model.RunProblem;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The pages of one list, sealed, one after the other in a file. A page is whole on disk before the next is asked for. For one thread. */
final class PageFile {
    private final Path file;
    private final Seal seal;

    PageFile(Path file, Seal seal) {
        this.file = file;
        this.seal = seal;
    }

    /** Adds a page; it is on disk when this returns. */
    void add(Page page) {
        byte[] sealed = seal.seal(page.bytes()).getBytes(StandardCharsets.US_ASCII);
        ByteBuffer frame = ByteBuffer.allocate(Integer.BYTES + sealed.length);
        frame.putInt(sealed.length).put(sealed).flip();
        try (FileChannel channel = FileChannel.open(made(), StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            while (frame.hasRemaining()) {
                channel.write(frame);
            }
            channel.force(false);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private Path made() throws IOException {
        if (!Files.exists(file)) {
            Files.createFile(file);
            if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            }
        }
        return file;
    }

    boolean exists() {
        return Files.exists(file);
    }

    void delete() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** The page added last; null when there is none. What a crash left of a page after it is cut off. */
    @Nullable
    Page last() {
        if (!exists()) {
            return null;
        }
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
            long end = 0;
            long last = -1;
            while (open.length() - end >= Integer.BYTES) {
                open.seek(end);
                int length = open.readInt();
                if (length < 0 || open.length() - end - Integer.BYTES < length) {
                    break;
                }
                last = end;
                end += Integer.BYTES + length;
            }
            open.setLength(end);
            if (last < 0) {
                return null;
            }
            open.seek(last);
            byte[] sealed = new byte[open.readInt()];
            open.readFully(sealed);
            return opened(sealed);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** Gives each page, in the order they were added, holding one at a time. */
    void each(Consumer<Page> reader) {
        if (!exists()) {
            return;
        }
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
            while (true) {
                byte[] sealed = new byte[in.readInt()];
                in.readFully(sealed);
                reader.accept(opened(sealed));
            }
        } catch (EOFException e) {
            // the last page is read
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private Page opened(byte[] sealed) {
        return Page.of(seal.open(new String(sealed, StandardCharsets.US_ASCII)));
    }

    static RunProblem failed(IOException cause) {
        return new RunProblem(
                RunProblem.Ending.FAILED,
                new Problem(
                        "extraction-failed",
                        "",
                        "What was read of the source could not be kept or read again ("
                                + cause.getClass().getSimpleName()
                                + "). Look for free space in the work folder, then start the verb again."),
                cause);
    }
}
