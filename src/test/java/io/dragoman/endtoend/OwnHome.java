package io.dragoman.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A home whose demo works in a folder of its own: demos under way at once would clear each other's. */
final class OwnHome {
    private OwnHome() {}

    /** Copies what a home has into this folder. */
    static Path in(Path folder) throws IOException {
        for (String part : List.of("routes", "mappings", "demo")) {
            copy(Path.of(part), folder.resolve(part));
        }
        return folder;
    }

    /** Copies all files of a folder into another one, which is made. */
    static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path one : all.filter(Files::isRegularFile).toList()) {
                Path copied = to.resolve(from.relativize(one).toString());
                Files.createDirectories(copied.resolveSibling(""));
                Files.copy(one, copied);
            }
        }
    }
}
