package io.dragoman.systems.pipedrive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dragoman.model.AsHeld;
import io.dragoman.model.Catalogue;
import io.dragoman.model.HeldRecord;
import io.dragoman.model.HeldRequest;
import io.dragoman.model.TargetId;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Reads what the account holds in some fields, so that it can be put back as it was. Whole lists are read, 500 records for
 * the price of ten single ones; pages are read as they are used up. Thread-safe.
 */
public final class HeldReader {
    private static final String PORT = "held";

    /** More named custom fields than this the list does not take; it then gives all there are, for the same price. */
    private static final int NAMED_FIELDS = 15;

    private final Calls calls;

    HeldReader(Calls calls) {
        this.calls = calls;
    }

    /** Every record of the kind, or the one that is wanted; a record that is not there any more is not answered. */
    public Iterator<HeldRecord> read(HeldRequest wanted) {
        Kind kind = Kind.of(wanted.kind());
        Map<String, String> query = query(wanted.customFields());
        TargetId id = wanted.id();
        Iterable<JsonNode> rows = id == null
                ? calls.walk(PORT, kind.path(), query)
                : List.of(calls.send(
                                Request.read(PORT, kind.path(id.value()), query).orGone())
                        .path("data"));
        return StreamSupport.stream(rows.spliterator(), false)
                .filter(row -> row.has("id") && !row.path("is_deleted").asBoolean(false))
                .map(row -> held(kind, row, wanted))
                .iterator();
    }

    private static Map<String, String> query(List<Catalogue.Field> fields) {
        return fields.isEmpty() || fields.size() > NAMED_FIELDS
                ? Map.of()
                : Map.of(
                        "custom_fields",
                        fields.stream().map(Catalogue.Field::key).collect(Collectors.joining(",")));
    }

    private static HeldRecord held(Kind kind, JsonNode row, HeldRequest wanted) {
        Map<String, Object> fields = new LinkedHashMap<>();
        StandardFields.of(kind).forEach((field, column) -> {
            JsonNode value = row.path(column.key());
            if (wanted.fields().contains(field) && !isNothing(value)) {
                boolean contacts =
                        column.type().equals("emails") || column.type().equals("phones");
                fields.put(field, contacts ? contacts(value) : value(value, Map.of()));
            }
        });
        Map<String, Object> custom = new LinkedHashMap<>();
        for (Catalogue.Field field : wanted.customFields()) {
            JsonNode value = row.path("custom_fields").path(field.key());
            if (!isNothing(value)) {
                custom.put(field.name(), value(value, labels(field)));
            }
        }
        return new HeldRecord(new TargetId(row.path("id").asText()), fields, custom);
    }

    private static boolean isNothing(JsonNode value) {
        return value.isMissingNode()
                || value.isNull()
                || (value.isTextual() && value.textValue().isEmpty())
                || (value.isContainerNode() && withoutNothing(value).isEmpty());
    }

    private static AsHeld value(JsonNode value, Map<String, String> labels) {
        JsonNode shown = value.isObject() && value.has("value") ? value.path("value") : value;
        String text = shown.asText();
        return new AsHeld(
                new String(Json.bytes(withoutNothing(value)), StandardCharsets.UTF_8), labels.getOrDefault(text, text));
    }

    /** Parts that are null need not be sent: those left out become null. */
    private static JsonNode withoutNothing(JsonNode value) {
        if (!(value instanceof ObjectNode object)) {
            return value;
        }
        ObjectNode bare = Json.object();
        object.properties().stream()
                .filter(part -> !part.getValue().isNull())
                .forEach(part -> bare.set(part.getKey(), part.getValue()));
        return bare;
    }

    private static List<Map<String, Object>> contacts(JsonNode list) {
        List<Map<String, Object>> contacts = new ArrayList<>();
        for (JsonNode one : list) {
            Map<String, Object> parts = new LinkedHashMap<>();
            parts.put("value", one.path("value").asText());
            if (one.path("label").isTextual()) {
                parts.put("label", one.path("label").textValue());
            }
            parts.put("primary", one.path("primary").asBoolean(false));
            contacts.add(parts);
        }
        return contacts;
    }

    private static Map<String, String> labels(Catalogue.Field field) {
        Map<String, String> labels = new HashMap<>();
        field.options().forEach((label, id) -> labels.put(id, label));
        return labels;
    }
}
