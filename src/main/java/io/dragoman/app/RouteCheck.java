package io.dragoman.app;

import com.fasterxml.jackson.databind.JsonNode;
import io.dragoman.mapping.SchemaCheck;
import io.dragoman.mapping.YamlTree;
import io.dragoman.model.Problem;
import io.dragoman.model.UserProblems;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Holds route files against Camel's own schema, so that a slip is found before a run starts. */
final class RouteCheck {
    private static final String CAMEL_SCHEMA = "schema/camelYamlDsl.json";

    private RouteCheck() {}

    /** @throws UserProblems with everything that is wrong in the route files below this folder */
    static void hold(Path routes) {
        List<Problem> problems = new ArrayList<>();
        try (Stream<Path> files = Files.walk(routes)) {
            files.filter(file -> file.getFileName().toString().endsWith(".camel.yaml"))
                    .sorted()
                    .forEach(file -> problems.addAll(
                            SchemaCheck.problems(YamlTree.read(file), RouteCheck.class.getClassLoader(), CAMEL_SCHEMA)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!problems.isEmpty()) {
            throw new UserProblems(problems);
        }
    }
}
