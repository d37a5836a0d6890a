package io.dragoman.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The reference leaves out nothing that the language has. */
class TheReferenceTest {
    private final String reference;

    TheReferenceTest() throws IOException {
        reference = Files.readString(Path.of("docs/mapping-language.md"));
    }

    @Test
    void every_transform_has_its_line_and_every_code_a_transform_shows_is_named() {
        for (Description description : Transforms.standard().descriptions()) {
            assertThat(reference).contains("\n| `" + description.name() + "` |");
            description.samples().stream()
                    .map(Description.Sample::problem)
                    .filter(problem -> problem != null)
                    .forEach(problem -> assertThat(reference).contains("`" + problem + "`"));
        }
    }

    @Test
    void every_finding_is_explained() {
        for (Finding finding : Finding.values()) {
            assertThat(reference).contains("\n| `" + finding.code() + "` | ");
        }
    }

    @Test
    void every_key_of_the_schema_is_named() throws IOException {
        JsonNode schema = new ObjectMapper()
                .readTree(Path.of("mappings/mapping.schema.json").toFile());
        List<String> keys = new ArrayList<>();
        schema.findValues("properties")
                .forEach(properties -> properties.fieldNames().forEachRemaining(keys::add));

        assertThat(keys)
                .hasSizeGreaterThan(30)
                .allSatisfy(key -> assertThat(reference).containsPattern("\\b" + key + "\\b"));
    }

    @Test
    void every_key_of_the_schema_that_stands_alone_is_described() throws IOException {
        JsonNode schema = new ObjectMapper()
                .readTree(Path.of("mappings/mapping.schema.json").toFile());

        schema.path("properties").properties().forEach(entry -> {
            boolean told =
                    entry.getValue().has("description") || entry.getValue().has("$ref");
            assertThat(told).as(entry.getKey()).isTrue();
        });
    }
}
