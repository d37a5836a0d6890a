package io.dragoman.app;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.dragoman.mapping.YamlTree;
import io.dragoman.model.Problem;
import io.dragoman.model.UserProblems;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Holds route files against Camel's own schema, so that a slip is found before a run starts. */
final class RouteCheck {
    private static final String CAMEL_SCHEMA = "/schema/camelYamlDsl.json";

    private RouteCheck() {}

    /** @throws UserProblems with everything that is wrong in the route files below this folder */
    static void hold(Path routes) {
        List<Problem> problems = new ArrayList<>();
        try (Stream<Path> files = Files.walk(routes);
                InputStream text = Objects.requireNonNull(RouteCheck.class.getResourceAsStream(CAMEL_SCHEMA))) {
            Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_4)
                    .getSchema(text);
            for (Path file : files.filter(RouteCheck::isRouteFile).sorted().toList()) {
                YamlTree tree = YamlTree.read(routes.relativize(file).toString(), Files.readString(file));
                problems.addAll(tree.problems());
                schema.validate(tree.root()).forEach(error -> problems.add(problem(tree, error)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!problems.isEmpty()) {
            throw new UserProblems(problems);
        }
    }

    private static boolean isRouteFile(Path file) {
        return file.getFileName().toString().endsWith(".camel.yaml");
    }

    private static Problem problem(YamlTree tree, Error error) {
        return new Problem(
                "route-invalid",
                tree.place(error.getInstanceLocation().toString()).toString(),
                error.getMessage() + ". See the schema of Camel's YAML routes.");
    }
}
