package io.dragoman.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** How files look from outside: names, sizes and times. Another look says that somebody edited them. */
record FileStamp(List<String> looks) {
    static final FileStamp NOTHING = new FileStamp(List.of());

    /** Of these files, and of everything in these folders; what is not there has no look. */
    static FileStamp of(List<Path> places) {
        List<String> looks = new ArrayList<>();
        for (Path place : places) {
            try (Stream<Path> files = Files.walk(place)) {
                files.filter(Files::isRegularFile).map(FileStamp::look).sorted().forEach(looks::add);
            } catch (NoSuchFileException gone) {
                looks.add(place + " is not there");
            } catch (IOException | UncheckedIOException e) {
                looks.add(place + " cannot be read");
            }
        }
        return new FileStamp(List.copyOf(looks));
    }

    private static String look(Path file) {
        try {
            return file + " " + Files.size(file) + " "
                    + Files.getLastModifiedTime(file).toMillis();
        } catch (IOException e) {
            return file + " is changing";
        }
    }
}
