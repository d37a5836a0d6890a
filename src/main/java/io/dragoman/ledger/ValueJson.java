package io.dragoman.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.dragoman.model.AsHeld;
import io.dragoman.model.Money;
import io.dragoman.model.TargetId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The values of a target record as JSON. Text, yes-or-no and lists are themselves; every other type is an object whose one
 * name tells the type, so that what comes back equals what went in, scale of amounts included. Names are sorted: the same
 * record gives the same text.
 */
final class ValueJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private ValueJson() {}

    static ObjectNode write(Map<String, Object> fields) {
        ObjectNode node = NODES.objectNode();
        new TreeMap<>(fields).forEach((name, value) -> node.set(name, write(value)));
        return node;
    }

    static Map<String, Object> readFields(JsonNode node) {
        Map<String, Object> fields = new LinkedHashMap<>();
        node.properties().forEach(entry -> fields.put(entry.getKey(), read(entry.getValue())));
        return fields;
    }

    private static JsonNode write(Object value) {
        if (value instanceof String text) {
            return TextNode.valueOf(text);
        } else if (value instanceof Boolean yes) {
            return BooleanNode.valueOf(yes);
        } else if (value instanceof List<?> list) {
            ArrayNode node = NODES.arrayNode();
            list.forEach(entry -> node.add(write(entry)));
            return node;
        } else if (value instanceof BigDecimal number) {
            return NODES.objectNode().put("number", number.toString());
        } else if (value instanceof LocalDate date) {
            return NODES.objectNode().put("date", date.toString());
        } else if (value instanceof LocalTime time) {
            return NODES.objectNode().put("time", time.toString());
        } else if (value instanceof Instant at) {
            return NODES.objectNode().put("at", at.toString());
        } else if (value instanceof TargetId id) {
            return NODES.objectNode().put("id", id.value());
        } else if (value instanceof Money money) {
            ObjectNode node = NODES.objectNode();
            node.putObject("money").put("amount", money.amount().toString()).put("currency", money.currency());
            return node;
        }
        if (value instanceof AsHeld held) {
            ObjectNode node = NODES.objectNode();
            node.putObject("held").put("form", held.form()).put("text", held.text());
            return node;
        }
        if (value instanceof Map<?, ?> parts) {
            ObjectNode node = NODES.objectNode();
            ObjectNode inner = node.putObject("parts");
            new TreeMap<>(parts).forEach((name, part) -> inner.set((String) name, write(part)));
            return node;
        }
        throw new IllegalArgumentException(
                "a target record holds no " + value.getClass().getName());
    }

    private static Object read(JsonNode node) {
        if (node.isTextual()) {
            return node.textValue();
        } else if (node.isBoolean()) {
            return node.booleanValue();
        } else if (node.isArray()) {
            List<Object> list = new ArrayList<>();
            node.forEach(entry -> list.add(read(entry)));
            return list;
        }
        Map.Entry<String, JsonNode> tagged = node.properties().iterator().next();
        String text = tagged.getValue().asText();
        return switch (tagged.getKey()) {
            case "number" -> new BigDecimal(text);
            case "date" -> LocalDate.parse(text);
            case "time" -> LocalTime.parse(text);
            case "at" -> Instant.parse(text);
            case "id" -> new TargetId(text);
            case "parts" -> readFields(tagged.getValue());
            case "held" ->
                new AsHeld(
                        tagged.getValue().get("form").textValue(),
                        tagged.getValue().get("text").textValue());
            case "money" ->
                new Money(
                        new BigDecimal(tagged.getValue().get("amount").textValue()),
                        tagged.getValue().get("currency").textValue());
            default -> throw new IllegalArgumentException("unknown type of value " + tagged.getKey());
        };
    }
}
