package io.dragoman.app;

import io.dragoman.model.Problem;
import io.dragoman.model.UserProblems;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Where Dragoman itself lies: the folder with {@code routes/}, {@code mappings/} and {@code demo/}. */
record Home(Path folder) {
    /** From {@code -Ddragoman.home}, which the launcher sets, or from where the program's jar lies. */
    static Home find() {
        String told = System.getProperty("dragoman.home");
        Path folder = told != null ? Path.of(told) : besideJar();
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
