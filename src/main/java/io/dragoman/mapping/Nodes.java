package io.dragoman.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads JSON whose shape a schema has already proved. */
final class Nodes {
    private Nodes() {}

    /** The value as plain Java: text, {@code BigDecimal}, {@code Boolean}, list, map, or null. */
    static @Nullable Object plain(JsonNode node) {
        if (node.isObject()) {
            return map(node, Nodes::plain);
        }
        if (node.isArray()) {
            List<@Nullable Object> list = new ArrayList<>();
            node.forEach(element -> list.add(plain(element)));
            return list;
        }
        if (node.isNumber()) {
            return node.decimalValue();
        }
        if (node.isBoolean()) {
            return node.booleanValue();
        }
        return node.isTextual() ? node.textValue() : null;
    }

    /** Entries in the order of the file. */
    static <T> Map<String, T> map(JsonNode node, Function<JsonNode, ? extends @Nullable T> read) {
        Map<String, T> map = new LinkedHashMap<>();
        node.properties().forEach(entry -> map.put(entry.getKey(), read.apply(entry.getValue())));
        return map;
    }

    /** The entries of a map that holds texts. */
    static Map<String, String> textMap(JsonNode node) {
        return map(node, JsonNode::asText);
    }

    /** A text or a list of texts; empty when absent. */
    static List<String> texts(JsonNode node) {
        List<String> texts = new ArrayList<>();
        if (node.isArray()) {
            node.forEach(element -> texts.add(scalarText(element)));
        } else if (!node.isMissingNode() && !node.isNull()) {
            texts.add(scalarText(node));
        }
        return texts;
    }

    /** A scalar as the text it stands for in a source. */
    static String scalarText(JsonNode node) {
        return node.isNumber() ? node.decimalValue().toPlainString() : node.asText();
    }

    /** Columns and the values each may have. */
    static Map<String, Set<String>> conditions(JsonNode node) {
        return map(node, values -> new LinkedHashSet<>(texts(values)));
    }

    /** A text that may be absent. */
    static @Nullable String textOrNull(JsonNode node) {
        return node.isTextual() ? node.textValue() : null;
    }
}
