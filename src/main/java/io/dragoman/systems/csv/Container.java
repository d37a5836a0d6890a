package io.dragoman.systems.csv;

import io.dragoman.model.Problem;
import io.dragoman.model.UserProblems;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The files of an export by name, whatever they come in. File names are compared without regard to case. */
final class Container {
    private final Map<String, Content> files;
    private final @Nullable Path folder;

    private Container(Map<String, Content> files, @Nullable Path folder) {
        this.files = files;
        this.folder = folder;
    }

    /**
     * @param export a folder, or a zip
     * @param work folder for what has to be unpacked
     */
    static Container open(Path export, Path work) {
        try {
            if (Files.isDirectory(export)) {
                return new Container(folder(export), export);
            }
            if (Files.isRegularFile(export)) {
                return new Container(ZipContent.files(export, work), null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new UserProblems(List.of(new Problem(
                "export-missing", String.valueOf(export.getFileName()), "There is no such folder or zip file.")));
    }

    private static Map<String, Content> folder(Path folder) throws IOException {
        Map<String, Content> files = names();
        try (Stream<Path> paths = Files.list(folder)) {
            for (Path path : paths.filter(Files::isRegularFile).sorted().toList()) {
                files.put(path.getFileName().toString(), offset -> {
                    SeekableByteChannel channel = Files.newByteChannel(path);
                    return Channels.newInputStream(channel.position(offset));
                });
            }
        }
        return files;
    }

    static Map<String, Content> names() {
        return new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    }

    @Nullable
    Content file(String name) {
        return files.get(name);
    }

    /** Bytes of a file below the folder, as text; null when the path names none, leads out of it, or there is no folder. */
    @Nullable
    String size(String path) {
        if (folder == null || path.isEmpty()) {
            return null;
        }
        try {
            Path file = folder.resolve(path.replace('\\', '/'));
            return Files.isRegularFile(file) && file.toRealPath().startsWith(folder.toRealPath())
                    ? String.valueOf(Files.size(file))
                    : null;
        } catch (IOException | InvalidPathException e) {
            return null; // what sends the file tells why it cannot be read
        }
    }

    List<String> fileNames() {
        return List.copyOf(files.keySet());
    }
}
