package io.dragoman.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;

/** A file that is being written, line by line; whoever finds it under its name finds it whole. For one thread. */
final class LogFile implements Closeable {
    private static final int BUFFER = 64 * 1024;

    private final Path file;
    private final Path part;
    private final LogFormat.Form form;
    private final OutputStream out;
    private final Checks checks = new Checks();

    LogFile(Path file, LogFormat.Form form) throws IOException {
        this.file = file;
        this.part = file.resolveSibling(file.getFileName() + ".part");
        this.form = form;
        Files.deleteIfExists(part);
        Files.createFile(part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        this.out = new BufferedOutputStream(Files.newOutputStream(part), BUFFER);
        byte[] header = form.header().getBytes(UTF_8);
        if (header.length > 0) {
            checks.next(header, header.length);
            out.write(header);
            out.write('\n');
        }
    }

    void write(Map<String, String> columns) throws IOException {
        byte[] content = form.content(columns).getBytes(UTF_8);
        out.write(content);
        out.write(checks.next(content, content.length).getBytes(UTF_8));
        out.write(form.ending().getBytes(UTF_8));
        out.write('\n');
    }

    /** The check of the line written last. */
    String check() {
        return checks.last();
    }

    /** Gives the file its name. */
    Path finish() throws IOException {
        out.close();
        return Files.move(part, file);
    }

    /** Throws away what was not finished. */
    @Override
    public void close() throws IOException {
        out.close();
        Files.deleteIfExists(part);
    }
}
