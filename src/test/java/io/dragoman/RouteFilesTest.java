package io.dragoman;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Every route file holds to the schema of Camel's YAML, which editors read as well, and to the rules of this house. */
class RouteFilesTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TestFactory
    Stream<DynamicTest> every_route_file_holds_to_camels_schema() throws IOException {
        Schema schema = schema();
        return files().map(file -> DynamicTest.dynamicTest(
                file.toString(),
                () -> assertThat(schema.validate(json(file).toString(), InputFormat.JSON))
                        .isEmpty()));
    }

    @TestFactory
    Stream<DynamicTest> every_route_is_described_and_keeps_no_stream_cache() throws IOException {
        return files().map(file -> DynamicTest.dynamicTest(file.toString(), () -> {
            for (JsonNode entry : json(file)) {
                JsonNode route = entry.path("route");
                if (route.isObject()) {
                    assertThat(route.path("description").asText()).isNotBlank();
                    assertThat(route.path("streamCache").asBoolean(true)).isFalse();
                }
            }
        }));
    }

    @Test
    void the_schema_finds_a_word_that_camel_does_not_know() throws IOException {
        String wrong = "[{\"route\":{\"from\":{\"uri\":\"direct:a\",\"steps\":[{\"log\":{\"massage\":\"x\"}}]}}}]";
        assertThat(schema().validate(wrong, InputFormat.JSON)).isNotEmpty();
    }

    private static Schema schema() throws IOException {
        try (InputStream in = RouteFilesTest.class.getResourceAsStream("/schema/camelYamlDsl.json")) {
            assertThat(in).isNotNull();
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_4)
                    .getSchema(JSON.readTree(in));
        }
    }

    private static JsonNode json(Path file) throws IOException {
        Load yaml = new Load(LoadSettings.builder().build());
        return JSON.valueToTree(yaml.loadFromString(Files.readString(file)));
    }

    private static Stream<Path> files() throws IOException {
        return Files.walk(Path.of("routes"))
                .filter(p -> p.toString().endsWith(".camel.yaml"))
                .sorted();
    }
}
