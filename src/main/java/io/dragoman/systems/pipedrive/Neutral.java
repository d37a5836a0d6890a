package io.dragoman.systems.pipedrive;

import com.fasterxml.jackson.databind.JsonNode;
import io.dragoman.model.Money;
import io.dragoman.model.TargetId;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads one JSON value back into the type a mapping would have given. Read leniently: what is null, empty or of an unexpected form is
 * nothing.
 */
final class Neutral {
    private Neutral() {}

    static @Nullable Object value(String type, JsonNode node) {
        if (node.isNull() || node.isMissingNode()) {
            return null;
        }
        return switch (type) {
            case "number" -> node.isNumber() ? node.decimalValue() : null;
            case "date" -> read(node, LocalDate::parse);
            case "time" -> read(node.isObject() ? node.path("value") : node, LocalTime::parse);
            case "date-time" -> read(node, Instant::parse);
            case "old-date-time" -> read(node, text -> Instant.parse(text.replace(' ', 'T') + "Z"));
            case "yes-no" -> node.isBoolean() ? node.booleanValue() : null;
            case "emails", "phones" -> list(node, entry -> text(entry.path("value")));
            case "address" -> text(node.isObject() ? node.path("value") : node);
            case "money" -> money(node);
            case "lead" -> node.isTextual() ? new TargetId(node.textValue()) : null;
            case "person", "organization", "deal", "product", "user" ->
                end(node).matches("[0-9]+") ? new TargetId(end(node)) : null;
            default -> text(node);
        };
    }

    /** Id of a linked record, which the first version of the API shows alone or with a copy of the record; empty for none. */
    static String end(JsonNode node) {
        return (node.isObject() ? node.path("value") : node).asText("");
    }

    /** A value of a custom field; options come back by their labels. */
    static @Nullable Object custom(String type, JsonNode node, Map<String, String> labels) {
        return switch (type) {
            case "choice" -> node.isNull() || node.isMissingNode() ? null : labels.get(node.asText());
            case "several-choices" -> list(node, id -> labels.get(id.asText()));
            default -> value(type, node);
        };
    }

    /** Null when the list is empty. */
    static @Nullable List<Object> list(JsonNode nodes, Function<JsonNode, @Nullable Object> each) {
        List<Object> values = new ArrayList<>();
        for (JsonNode node : nodes) {
            Object value = each.apply(node);
            if (value != null) {
                values.add(value);
            }
        }
        return values.isEmpty() ? null : values;
    }

    static @Nullable Money money(JsonNode node) {
        JsonNode amount = node.path("value");
        return amount.isNumber()
                ? new Money(amount.decimalValue(), node.path("currency").asText())
                : null;
    }

    static @Nullable String text(JsonNode node) {
        String text = node.asText("");
        return text.isEmpty() || node.isNull() ? null : text;
    }

    private static <T> @Nullable T read(JsonNode node, Function<String, T> parser) {
        String text = text(node);
        if (text == null) {
            return null;
        }
        try {
            return parser.apply(text);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
