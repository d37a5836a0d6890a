package io.dragoman.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import io.dragoman.model.Mapping.Example;
import io.dragoman.model.PhiClass;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the examples of a mapping file that its schema has already proved. */
final class ExampleReader {
    private ExampleReader() {}

    static List<Example> examples(YamlTree tree) {
        List<Example> examples = new ArrayList<>();
        JsonNode nodes = tree.root().path("examples");
        for (int i = 0; i < nodes.size(); i++) {
            JsonNode node = nodes.get(i);
            examples.add(new Example(
                    node.path("it").asText(),
                    node.has("policy") ? classes(node.path("policy")) : null,
                    Nodes.map(node.path("given"), Nodes::plain),
                    linked(node.path("linked")),
                    node.has("expect") ? Nodes.map(node.path("expect"), Nodes::plain) : null,
                    withheld(node.path("withheld")),
                    Nodes.textOrNull(node.path("quarantined")),
                    node.path("left-out").asBoolean(false),
                    tree.place("/examples/" + i)));
        }
        return examples;
    }

    private static Set<PhiClass> classes(JsonNode policy) {
        Set<PhiClass> classes = EnumSet.noneOf(PhiClass.class);
        policy.fieldNames().forEachRemaining(name -> classes.add(PhiClass.valueOf(name.toUpperCase(Locale.ROOT))));
        return classes;
    }

    private static Map<String, Map<String, Object>> linked(JsonNode node) {
        return Nodes.map(node, ids -> Nodes.map(ids, Nodes::scalarText));
    }

    private static @Nullable List<String> withheld(JsonNode node) {
        return node.isArray() ? Nodes.texts(node) : null;
    }
}
