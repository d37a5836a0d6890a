package io.dragoman.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What editors are told of our files is what the program holds them against. */
class SchemasTest {
    @ParameterizedTest
    @ValueSource(strings = {"mapping.schema.json", "migration.schema.json"})
    void a_published_schema_is_the_one_in_use(String name) throws Exception {
        assertThat(Path.of("docs", "schemas", name)).hasSameTextualContentAs(Path.of("mappings", name));
        assertThat(Files.readString(Path.of("docs", "editors.md"))).contains("schemas/" + name);
    }
}
