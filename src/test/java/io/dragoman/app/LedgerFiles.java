package io.dragoman.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files of an HSQLDB ledger, which can be put aside as they are at a moment and taken back. */
final class LedgerFiles {
    private final Path folder;
    private final String name;
    private final Path aside;

    /** @param name of all of them, before their endings */
    LedgerFiles(Path folder, String name, Path aside) {
        this.folder = folder;
        this.name = name;
        this.aside = aside;
    }

    /** Their path without their endings. */
    Path files() {
        return folder.resolve(name);
    }

    /** As a killed process leaves them. */
    void putAside() throws IOException {
        copy(folder, aside);
    }

    void takeBack() throws IOException {
        copy(aside, folder);
    }

    /** HSQLDB's lock is a heartbeat that would be waited for, and goes with its process; ours goes by itself. */
    private void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        for (Path old : ours(to)) {
            Files.delete(old);
        }
        for (Path file : ours(from)) {
            Files.copy(file, to.resolve(file.getFileName()));
        }
    }

    private List<Path> ours(Path where) throws IOException {
        try (Stream<Path> all = Files.list(where)) {
            return all.filter(file -> {
                        String own = file.getFileName().toString();
                        return own.startsWith(name + ".") && !own.endsWith(".lck") && !own.endsWith(".in-use");
                    })
                    .filter(Files::isRegularFile)
                    .toList();
        }
    }
}
