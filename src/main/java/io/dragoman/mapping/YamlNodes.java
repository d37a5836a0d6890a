package io.dragoman.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dragoman.model.Place;
import io.dragoman.model.Problem;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Turns the nodes of one YAML file into JSON and writes down where each stands. Used once. */
final class YamlNodes {
    private static final JsonNodeFactory JSON = JsonNodeFactory.withExactBigDecimals(true);
    private final String file;
    private final Map<String, Place> places = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private final Set<Node> seen = new HashSet<>();

    YamlNodes(String file) {
        this.file = file;
    }

    Map<String, Place> places() {
        return Map.copyOf(places);
    }

    List<Problem> problems() {
        return problems;
    }

    JsonNode json(Node root) {
        places.put("", place(root));
        return json(root, "");
    }

    private JsonNode json(Node node, String pointer) {
        if (node instanceof ScalarNode scalar) {
            return scalar(scalar);
        }
        if (!seen.add(node)) {
            problems.add(Finding.BAD_YAML.at(
                    places.getOrDefault(pointer, place(node)), "Write it out: anchors are not used here."));
            return JSON.nullNode();
        }
        return node instanceof MappingNode map ? object(map, pointer) : array((SequenceNode) node, pointer);
    }

    private ObjectNode object(MappingNode map, String pointer) {
        ObjectNode object = JSON.objectNode();
        for (NodeTuple entry : map.getValue()) {
            if (!(entry.getKeyNode() instanceof ScalarNode key)) {
                problems.add(Finding.BAD_YAML.at(place(entry.getKeyNode()), "A key must be one word or text."));
                continue;
            }
            String name = key.getValue();
            String below = pointer + YamlTree.part(name);
            if (object.has(name)) {
                problems.add(Finding.DUPLICATE_KEY.at(
                        place(key),
                        "\"" + name + "\" stands here a second time, first at line "
                                + places.getOrDefault(below, Place.of(file)).line() + ". Keep one."));
                continue;
            }
            places.put(below, place(key));
            object.set(name, json(entry.getValueNode(), below));
        }
        return object;
    }

    private ArrayNode array(SequenceNode sequence, String pointer) {
        ArrayNode array = JSON.arrayNode();
        int position = 0;
        for (Node element : sequence.getValue()) {
            String below = pointer + "/" + position++;
            places.put(below, place(element));
            array.add(json(element, below));
        }
        return array;
    }

    private static JsonNode scalar(ScalarNode scalar) {
        Tag tag = scalar.getTag();
        String text = scalar.getValue();
        if (tag.equals(Tag.NULL)) {
            return JSON.nullNode();
        }
        if (tag.equals(Tag.BOOL)) {
            return JSON.booleanNode(Boolean.parseBoolean(text));
        }
        if (tag.equals(Tag.INT) || tag.equals(Tag.FLOAT)) {
            return number(text);
        }
        return JSON.textNode(text);
    }

    /** The number with its digits as written; {@code .inf} and the like stay text. */
    private static JsonNode number(String text) {
        try {
            return JSON.numberNode(new BigDecimal(text));
        } catch (NumberFormatException e) {
            return JSON.textNode(text);
        }
    }

    private Place place(Node node) {
        return node.getStartMark().map(mark -> YamlTree.place(file, mark)).orElseGet(() -> Place.of(file));
    }
}
