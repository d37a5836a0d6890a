package io.dragoman.systems.pipedrive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dragoman.model.AsHeld;
import io.dragoman.model.Catalogue;
import io.dragoman.model.HeldRecord;
import io.dragoman.model.TargetId;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Turns the rows of one kind into what is held. A field that stands under several keys is held as an object of these, which a body
 * takes as they are.
 *
 * @param fields standard fields wanted; null for all
 * @param customFields custom fields wanted
 */
record HeldRow(Kind kind, @Nullable Set<String> fields, List<Catalogue.Field> customFields) {
    /** What a deal has that is no field of it. */
    private static final List<String> COUNTS = List.of("products_count", "participants_count");

    HeldRecord of(JsonNode row) {
        return of(new TargetId(row.path("id").asText()), row);
    }

    HeldRecord of(TargetId id, JsonNode row) {
        Map<String, Object> values = new LinkedHashMap<>();
        Watched.of(kind).forEach((field, keys) -> {
            if (fields == null || fields.contains(field)) {
                standard(values, field, keys, row);
            }
        });
        if (kind == Kind.DEAL && fields == null) {
            COUNTS.stream()
                    .filter(row::hasNonNull)
                    .forEach(count -> values.put(count, value(row.path(count), Map.of())));
        }
        Map<String, Object> custom = new LinkedHashMap<>();
        JsonNode there = kind == Kind.LEAD ? Faces.flat(row) : row.path("custom_fields");
        for (Catalogue.Field field : customFields) {
            JsonNode value = there.path(field.key());
            if (!isNothing(value)) {
                custom.putIfAbsent(field.name(), value(value, labels(field)));
            }
        }
        return new HeldRecord(
                id, values, custom, Faces.of(kind, row, Faces.names(customFields)), Shown.when(row), marker(row));
    }

    private @Nullable String marker(JsonNode row) {
        return switch (kind) {
            case ACTIVITY -> Marker.bareIn(row.path("note").asText()).orElse(null);
            case NOTE -> Marker.bareIn(row.path("content").asText()).orElse(null);
            case LEAD -> row.path("origin_id").textValue();
            default -> null;
        };
    }

    private void standard(Map<String, Object> values, String field, List<String> keys, JsonNode row) {
        StandardFields.Column column = StandardFields.of(kind).get(field);
        JsonNode value = row.path(keys.get(0));
        if (isNothing(value)) {
            return;
        }
        if (column != null && (column.type().equals("emails") || column.type().equals("phones"))) {
            values.put(field, contacts(value));
        } else if (kind == Kind.NOTE && field.equals("content")) {
            values.put(field, Marker.taken(value.asText()));
        } else if (column == null) {
            ObjectNode all = Json.object();
            keys.stream().filter(row::has).forEach(key -> all.set(key, row.path(key)));
            values.put(field, new AsHeld(text(all), people(field, row)));
        } else {
            values.put(field, value(kind.isOld() ? linked(value) : value, Map.of()));
        }
    }

    /** Ids of the people of an activity, which stand in one list with the others. */
    private String people(String field, JsonNode row) {
        if (kind != Kind.ACTIVITY || !field.equals("participants")) {
            return "";
        }
        List<String> ids = new ArrayList<>();
        row.path("participants").forEach(one -> ids.add(one.path("person_id").asText()));
        return String.join(",", ids);
    }

    /** The first version of the API shows a linked record with a copy of it. */
    private static JsonNode linked(JsonNode value) {
        return value.isObject() && value.has("value") ? value.path("value") : value;
    }

    private static boolean isNothing(JsonNode value) {
        return value.isMissingNode()
                || value.isNull()
                || (value.isTextual() && value.textValue().isEmpty())
                || (value.isContainerNode() && withoutNothing(value).isEmpty());
    }

    private static AsHeld value(JsonNode value, Map<String, String> labels) {
        JsonNode shown = linked(value);
        String text = shown.asText();
        return new AsHeld(text(withoutNothing(value)), labels.getOrDefault(text, text));
    }

    private static String text(JsonNode json) {
        return new String(Json.bytes(json), StandardCharsets.UTF_8);
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
