package io.dragoman.app;

import io.dragoman.model.Problem;
import io.dragoman.model.UserProblems;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where Dragoman itself lies: the folder with {@code routes/}, {@code mappings/} and {@code demo/}. */
record Home(Path folder) {
    /** @param told null for where the program's jar lies */
    static Home at(@Nullable Path told) {
        Path folder = told != null ? told : besideJar();
        if (!Files.isDirectory(folder.resolve("routes"))) {
            throw new UserProblems(List.of(new Problem(
                    "routes-missing",
                    folder.toString(),
                    "this folder has no routes/. Start Dragoman with its launcher, or set -Ddragoman.home.")));
        }
        return new Home(folder.toAbsolutePath().normalize());
    }

    private static Path besideJar() {
        try {
            Path jar = Path.of(Home.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return jar.toAbsolutePath().resolve("../..").normalize();
        } catch (URISyntaxException e) {
            return Path.of("").toAbsolutePath();
        }
    }

    Path routes() {
        return folder.resolve("routes");
    }

    Path system(String name) {
        return routes().resolve("systems").resolve(name);
    }

    Path mappings() {
        return folder.resolve("mappings");
    }
}
