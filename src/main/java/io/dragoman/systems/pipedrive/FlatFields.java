package io.dragoman.systems.pipedrive;

import com.fasterxml.jackson.databind.JsonNode;
import io.dragoman.model.Catalogue;
import io.dragoman.model.Money;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Values of custom fields in the shapes of the first version of the API, which leads have: flat on the record, with further keys for
 * the currency of an amount and the parts of an address.
 */
final class FlatFields {
    private FlatFields() {}

    /** @param nested the value as {@link CustomFields} gives it for the second version */
    static void put(Body body, String field, String code, String type, JsonNode nested) {
        if (nested.isNull()) {
            body.put(code, field, nested);
            return;
        }
        switch (type) {
            case "choice" -> body.put(code, field, Json.NODES.textNode(nested.asText()));
            case "several-choices" -> body.put(code, field, Json.NODES.textNode(joined(nested)));
            case "time" -> body.put(code, field, nested.path("value"));
            case "money" -> {
                body.put(code, field, nested.path("value"));
                body.put(code + "_currency", field, nested.path("currency"));
            }
            case "address" ->
                nested.properties().forEach(part -> {
                    String key = part.getKey().equals("value") ? code : code + "_" + part.getKey();
                    body.put(key, field, part.getValue());
                });
            default -> body.put(code, field, nested);
        }
    }

    /** The value of one field of a row; null when it has none. */
    static @Nullable Object read(JsonNode row, Catalogue.Field field) {
        JsonNode value = row.path(field.key());
        Map<String, String> labels = field.options().entrySet().stream()
                .collect(Collectors.toMap(Entry::getValue, Entry::getKey, (one, same) -> one, HashMap::new));
        return switch (field.type()) {
            case "money" ->
                value.isNumber()
                        ? new Money(
                                new BigDecimal(value.asText()),
                                row.path(field.key() + "_currency").asText())
                        : null;
            case "several-choices" -> several(value.asText(""), labels);
            case "person", "organization", "user" ->
                Neutral.value(field.type(), value.isObject() ? value.path("value") : value);
            default -> Neutral.custom(field.type(), value, labels);
        };
    }

    private static @Nullable List<String> several(String joined, Map<String, String> labels) {
        List<String> several = Arrays.stream(joined.split(",", -1))
                .map(labels::get)
                .filter(Objects::nonNull)
                .toList();
        return several.isEmpty() ? null : several;
    }

    private static String joined(JsonNode ids) {
        return StreamSupport.stream(ids.spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.joining(","));
    }
}
