package io.dragoman.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dragoman.model.Place;
import io.dragoman.model.Problem;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlTreeTest {
    @Test
    void words_are_text_and_numbers_keep_their_digits() {
        JsonNode root = YamlTree.read(
                        "a.yaml", "{ a: NO, b: yes, c: 1.50, d: 0123, e: true, f: null, true: 1, 7: x, g: 2025-01-01 }")
                .root();

        assertThat(root.path("a").textValue()).isEqualTo("NO");
        assertThat(root.path("b").textValue()).isEqualTo("yes");
        assertThat(root.path("c").decimalValue()).isEqualTo("1.50");
        assertThat(root.path("d").textValue()).isEqualTo("0123");
        assertThat(root.path("e").isBoolean()).isTrue();
        assertThat(root.path("f").isNull()).isTrue();
        assertThat(root.path("g").textValue()).isEqualTo("2025-01-01");
        assertThat(root.fieldNames()).toIterable().contains("true", "7");
    }

    @Test
    void everything_has_its_place() {
        YamlTree tree = YamlTree.read("a.yaml", "one:\n  two/three: [x, y]\n");

        assertThat(tree.place("/one/two~1three/1")).isEqualTo(new Place("a.yaml", 2, 18));
        assertThat(tree.place("/one/two~1three")).isEqualTo(new Place("a.yaml", 2, 3));
        assertThat(tree.place("/one/absent/below")).isEqualTo(new Place("a.yaml", 1, 1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a: 1\\na: 2 | duplicate-key | a.yaml:2:1",
                "a: {b: 1, b: 2} | duplicate-key | a.yaml:1:11",
                "a: &x [1]\\nb: *x | bad-yaml | a.yaml:2:1",
                "a:\\n\\tb: 1 | bad-yaml | a.yaml:2:1",
                "a: [1 | bad-yaml | a.yaml:1:6",
                "a: 1\\n---\\nb: 2 | bad-yaml | a.yaml:2:1",
                "[a]: 1 | bad-yaml | a.yaml:1:1",
            })
    void what_is_no_plain_yaml_is_told(String text, String code, String place) {
        assertThat(YamlTree.read("a.yaml", text.replace("\\n", "\n").replace("\\t", "\t"))
                        .problems())
                .extracting(Problem::code, Problem::place)
                .containsExactly(org.assertj.core.api.Assertions.tuple(code, place));
    }

    @Test
    void any_schema_can_judge_any_file() {
        String schema = """
                { "type": "object", "additionalProperties": false, "required": ["mode"],
                  "properties": { "mode": { "enum": ["run", "plan"] }, "size": { "type": "integer", "minimum": 1 } } }
                """;
        SchemaCheck check = new SchemaCheck(new ByteArrayInputStream(schema.getBytes(StandardCharsets.UTF_8)));

        assertThat(check.problems(YamlTree.read("a.yaml", "mod: run\nsize: 0\n")))
                .extracting(Problem::toString)
                .containsExactly(
                        "missing-key: a.yaml:1:1: The file needs \"mode\": run, plan.",
                        "unknown-key: a.yaml:1:1: There is no \"mod\" here; did you mean \"mode\"?",
                        "wrong-shape: a.yaml:2:1: \"size\" is not as it must be: minimum 1.");
    }
}
