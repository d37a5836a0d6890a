package io.dragoman.systems.rest;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One reading of the source: everything, or what changed since the one before. A folder with a file of pages for each list.
 *
 * @param shape digest of what the rows depend on; another one makes the reading worthless
 * @param began when the first page was asked for
 * @param since what changed before is not in it; null when it holds everything
 * @param ended null while pages are missing
 */
record Segment(
        Path folder,
        String shape,
        Instant began,
        @Nullable Instant since,
        @Nullable Instant ended) {
    private static final String FILE = "segment.properties";

    boolean isWhole() {
        return since == null;
    }

    PageFile pages(int list, Seal seal) {
        return new PageFile(folder.resolve(list + ".pages"), seal);
    }

    /** Whether a list is read whole in this reading. */
    boolean isWhole(RestList list) {
        return isWhole() || list.changes() == null;
    }

    Segment end(Instant now) {
        return new Segment(folder, shape, began, since, now).kept();
    }

    /** Writes down what this reading is; it is on disk when this returns. */
    Segment kept() {
        Properties properties = new Properties();
        properties.setProperty("shape", shape);
        properties.setProperty("began", began.toString());
        if (since != null) {
            properties.setProperty("since", since.toString());
        }
        if (ended != null) {
            properties.setProperty("ended", ended.toString());
        }
        try {
            Files.createDirectories(folder);
            StringWriter text = new StringWriter();
            properties.store(text, null);
            Path draft = Files.writeString(folder.resolve(FILE + ".new"), text.toString());
            Files.move(draft, folder.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
            return this;
        } catch (IOException e) {
            throw PageFile.failed(e);
        }
    }

    /** The reading kept in a folder; empty when there is none that can be understood. */
    static Optional<Segment> in(Path folder) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(folder.resolve(FILE))) {
            properties.load(reader);
            return Optional.of(new Segment(
                    folder,
                    properties.getProperty("shape", ""),
                    Instant.parse(properties.getProperty("began", "")),
                    moment(properties, "since"),
                    moment(properties, "ended")));
        } catch (IOException | DateTimeException e) { // what a crash left before the first page is no reading
            return Optional.empty();
        }
    }

    private static @Nullable Instant moment(Properties properties, String name) {
        String text = properties.getProperty(name);
        return text == null ? null : Instant.parse(text);
    }

    void delete() {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException e) {
            throw PageFile.failed(e);
        }
    }
}
