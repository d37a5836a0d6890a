package io.dragoman.content;

import io.dragoman.model.ContentProblem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** The files under an export's folder. What a path leads to lies in the folder, whatever links are on the way. */
final class ExportFolder {
    private final @Nullable Path folder;

    /** @param folder null when the migration file names none */
    ExportFolder(@Nullable Path folder) {
        this.folder = folder;
    }

    InputStream open(String path) throws ContentProblem {
        try {
            return Files.newInputStream(inside(path));
        } catch (ContentProblem e) {
            throw e;
        } catch (IOException e) {
            throw unreadable();
        }
    }

    Contents.Stamp stamp(String path) throws ContentProblem {
        try {
            BasicFileAttributes attributes = Files.readAttributes(inside(path), BasicFileAttributes.class);
            // to the millisecond, because not every file system keeps more and the ledger must give back the same
            return new Contents.Stamp(
                    attributes.size(), attributes.lastModifiedTime().toInstant().truncatedTo(ChronoUnit.MILLIS));
        } catch (ContentProblem e) {
            throw e;
        } catch (IOException e) {
            throw unreadable();
        }
    }

    private Path inside(String path) throws IOException {
        if (folder == null) {
            throw new ContentProblem(
                    "file-without-folder",
                    "The source names a path. Name the folder it lies in as source.folder, then replay.");
        }
        if (!Files.isDirectory(folder)) {
            throw new ContentProblem(
                    "file-in-zip", "Files are read from an export that is a folder. Unpack the zip, then run again.");
        }
        Path named = named(folder, path);
        if (!Files.exists(named)) {
            throw new ContentProblem(
                    "file-not-found", "The export names a file that is not in it. Add it, then replay.");
        }
        Path real = named.toRealPath();
        if (!real.startsWith(folder.toRealPath())) {
            throw outside();
        }
        if (!Files.isRegularFile(real)) {
            throw new ContentProblem(
                    "file-not-readable", "The path leads to something that is no file. Mend it, then replay.");
        }
        return real;
    }

    private static Path named(Path folder, String path) throws ContentProblem {
        String slashed = path.replace('\\', '/');
        if (slashed.startsWith("/") || slashed.matches("(?s)[A-Za-z]:.*")) {
            throw outside();
        }
        try {
            Path named = folder.resolve(slashed).normalize();
            if (!named.startsWith(folder.normalize())) {
                throw outside();
            }
            return named;
        } catch (InvalidPathException e) {
            throw new ContentProblem(
                    "file-not-found", "The text of " + path.length() + " characters is no path. Mend it, then replay.");
        }
    }

    private static ContentProblem outside() {
        return new ContentProblem(
                "file-outside-export",
                "The path leads out of the export's folder. Name a file inside it, then replay.");
    }

    private static ContentProblem unreadable() {
        return new ContentProblem(
                "file-not-readable", "The file is there and cannot be read. Look at its permissions, then replay.");
    }
}
