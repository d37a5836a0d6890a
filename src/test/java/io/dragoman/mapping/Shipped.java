package io.dragoman.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.dragoman.model.Problem;
import io.dragoman.privacy.Screen;
import io.dragoman.privacy.Tokens;
import io.dragoman.staging.Layouts;
import io.dragoman.systems.pipedrive.Kinds;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** The mappings to Pipedrive that come with Dragoman, and their examples as tests. */
final class Shipped {
    private Shipped() {}

    /** @param system source whose mappings are meant, such as {@code dentrix} */
    static Mappings from(String system) {
        return from(system, Overrides.NONE);
    }

    static Mappings from(String system, Overrides overrides) {
        Catalog catalog = new Catalog(
                Map.of(system, Layouts.read(Path.of("routes/systems", system)).source()),
                Map.of("pipedrive", Kinds.read(Path.of("routes/systems/pipedrive/kinds.yaml"))));
        return MappingFolder.read(Path.of("mappings", system + "-to-pipedrive"), catalog, overrides);
    }

    /** A test for each example of each mapping. */
    static Stream<DynamicTest> examples(Mappings mappings) {
        Tokens tokens = new Tokens("a key for examples".getBytes(StandardCharsets.UTF_8));
        List<Problem> failures = new ExampleRunner(
                        mappings, Transforms.standard(), policy -> new Screen(policy, tokens, mappings::kindOf)::screen)
                .run();
        return mappings.all().stream()
                .flatMap(mapping -> mapping.examples().stream()
                        .map(example -> DynamicTest.dynamicTest(
                                mapping.name() + " " + example.it(),
                                () -> assertThat(failures)
                                        .filteredOn(failure -> failure.place()
                                                .startsWith(example.place().toString()))
                                        .isEmpty())));
    }
}
