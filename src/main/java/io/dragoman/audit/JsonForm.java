package io.dragoman.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dragoman.ledger.LogColumn;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** A line as a JSON object; columns that have nothing are left out. */
final class JsonForm implements LogFormat.Form {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** These hold JSON already, and stand in the object as what they are. */
    private static final Set<String> NESTED = Set.of(LogLine.FIELDS, LogColumn.DIFFERENCES.word());

    private static final String CHECK = "\"" + LogLine.CHECK + "\":\"";

    @Override
    public String header() {
        return "";
    }

    @Override
    public String content(Map<String, String> columns) {
        ObjectNode node = JSON.createObjectNode();
        for (String column : LogLine.COLUMNS) {
            String value = columns.getOrDefault(column, "");
            if (!value.isEmpty() && NESTED.contains(column)) {
                node.set(column, tree(value));
            } else if (!value.isEmpty()) {
                node.put(column, value);
            }
        }
        String object = node.toString();
        return object.substring(0, object.length() - 1) + "," + CHECK;
    }

    @Override
    public String ending() {
        return "\"}";
    }

    @Override
    public Map<String, String> columns(String line) {
        Map<String, String> columns = new HashMap<>();
        tree(line)
                .properties()
                .forEach(column -> columns.put(
                        column.getKey(),
                        column.getValue().isTextual()
                                ? column.getValue().textValue()
                                : column.getValue().toString()));
        return columns;
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no JSON", e);
        }
    }
}
