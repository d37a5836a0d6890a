package io.dragoman.systems.csv;

import io.dragoman.model.Problem;
import io.dragoman.model.UserProblems;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The files of an export by name, whatever they come in. File names are compared without regard to case. */
final class Container {
    private final Map<String, Content> files;

    private Container(Map<String, Content> files) {
        this.files = files;
    }

    /**
     * @param export a folder, or a zip
     * @param work folder for what has to be unpacked
     */
    static Container open(Path export, Path work) {
        try {
            if (Files.isDirectory(export)) {
                return new Container(folder(export));
            }
            if (Files.isRegularFile(export)) {
                return new Container(ZipContent.files(export, work));
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

    List<String> fileNames() {
        return List.copyOf(files.keySet());
    }
}
