package io.dragoman.app;

import io.dragoman.mapping.SchemaCheck;
import io.dragoman.mapping.YamlTree;
import io.dragoman.model.Problem;
import io.dragoman.model.UserProblems;
import io.dragoman.staging.Layout;
import io.dragoman.systems.rest.RestSystem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads the {@code rest.yaml} of a source; everything wrong in it is told at once, with file, line and column. */
final class RestFile {
    private static final String NAME = "rest.yaml";

    private RestFile() {}

    /** @throws UserProblems when it does not hold to its schema or to the layout */
    static RestSystem read(Home home, Layout layout) {
        Path file = home.system(layout.source().system()).resolve(NAME);
        try (InputStream schema = Files.newInputStream(home.mappings().resolve("rest.schema.json"))) {
            YamlTree tree = YamlTree.read(layout.source().system() + "/" + NAME, Files.readString(file));
            List<Problem> problems = new SchemaCheck(schema).problems(tree);
            if (!problems.isEmpty()) {
                throw new UserProblems(problems);
            }
            return RestSystem.of(tree.root(), tree::place, layout);
        } catch (IOException e) {
            if (Files.exists(file)) {
                throw new UncheckedIOException(e);
            }
            throw new UserProblems(List.of(
                    new Problem("file-not-usable", file.toString(), "the layout offers rest, which needs it.")));
        }
    }
}
