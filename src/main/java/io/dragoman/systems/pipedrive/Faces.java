package io.dragoman.systems.pipedrive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dragoman.model.Catalogue;
import io.dragoman.model.Face;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the fields of a row show that a person can change; a body that is sent counts as a row. */
final class Faces {
    /** The account's own key of a custom field, as the first version of the API shows it among the other keys of a row. */
    private static final Pattern CUSTOM_KEY = Pattern.compile("[0-9a-f]{40}");

    private Faces() {}

    /**
     * Every field that the row tells.
     *
     * @param names of custom fields by their keys; null where only the keys are of interest
     */
    static Map<String, Face> of(Kind kind, JsonNode row, @Nullable Map<String, String> names) {
        Map<String, Face> faces = new TreeMap<>();
        Watched.of(kind).forEach((field, keys) -> {
            if (keys.stream().anyMatch(row::has) && !followsLines(kind, field, row)) {
                faces.put(field, new Face(field, text(kind, field, keys, row)));
            }
        });
        if (kind.hasCustomFields()) {
            custom(kind, row, names, faces);
        }
        return faces;
    }

    /** Those of the faces that a change of some fields may show in. */
    static Map<String, Face> only(Map<String, Face> faces, Set<String> changed, Set<String> customKeys) {
        Set<String> touched = Watched.touchedBy(changed);
        Map<String, Face> only = new TreeMap<>();
        faces.forEach((key, face) -> {
            boolean custom = key.startsWith(Face.CUSTOM);
            if (custom ? customKeys.contains(key) : touched.contains(key)) {
                only.put(key, face);
            }
        });
        return only;
    }

    /** The custom fields of one catalogue; of two with the same name the second is told by its key as well. */
    static Map<String, String> names(List<Catalogue.Field> fields) {
        Map<String, String> names = new LinkedHashMap<>();
        for (Catalogue.Field field : fields) {
            names.put(field.key(), names.containsValue(field.name()) ? field.name() + " " + field.key() : field.name());
        }
        return names;
    }

    private static void custom(Kind kind, JsonNode row, @Nullable Map<String, String> names, Map<String, Face> faces) {
        JsonNode there = kind == Kind.LEAD ? flat(row) : row.path("custom_fields");
        if (!there.isObject()) {
            return;
        }
        if (names != null) {
            names.forEach((key, name) -> faces.put(Face.CUSTOM + key, new Face(name, FaceText.of(there.path(key)))));
            return;
        }
        faces.put(Face.OTHER_CUSTOM, new Face("", ""));
        there.properties().forEach(field -> {
            String text = FaceText.of(field.getValue());
            if (!text.isEmpty()) {
                faces.put(Face.CUSTOM + field.getKey(), new Face(field.getKey(), text));
            }
        });
    }

    /** The custom fields of a lead, which stand among its other keys, with the currency of an amount beside it. */
    static JsonNode flat(JsonNode row) {
        ObjectNode fields = Json.object();
        row.properties().forEach(one -> {
            if (CUSTOM_KEY.matcher(one.getKey()).matches()) {
                JsonNode currency = row.path(one.getKey() + "_currency");
                JsonNode until = row.path(one.getKey() + "_until");
                fields.set(
                        one.getKey(),
                        currency.isTextual() || until.isTextual()
                                ? Json.object()
                                        .<ObjectNode>set("value", one.getValue())
                                        .<ObjectNode>set("currency", currency)
                                        .set("until", until)
                                : one.getValue());
            }
        });
        return fields;
    }

    private static boolean followsLines(Kind kind, String field, JsonNode row) {
        return kind == Kind.DEAL
                && field.equals("value")
                && row.path("products_count").asInt(0) > 0;
    }

    private static String text(Kind kind, String field, List<String> keys, JsonNode row) {
        return switch (kind.word() + "/" + field) {
            case "deal/value" ->
                FaceText.of(Json.object()
                        .<ObjectNode>set("value", row.path("value"))
                        .set("currency", row.path("currency")));
            case "lead/value" ->
                FaceText.of(Json.object()
                        .<ObjectNode>set("value", row.path("value").path("amount"))
                        .set("currency", row.path("value").path("currency")));
            case "activity/person" -> participants(row, true);
            case "activity/participants" -> participants(row, false);
            case "activity/note", "note/content" ->
                FaceText.html(row.path(keys.get(0)).asText(""));
            case "product/prices" -> FaceText.of(prices(row));
            case "note/pinned" ->
                keys.stream().filter(key -> row.path(key).asBoolean(false)).collect(Collectors.joining(" "));
            default ->
                keys.stream()
                        .map(key -> FaceText.of(row.path(key)))
                        .collect(Collectors.joining(" "))
                        .strip();
        };
    }

    private static JsonNode prices(JsonNode row) {
        ArrayNode prices = Json.array();
        for (JsonNode one : row.path("prices")) {
            ObjectNode price = prices.addObject();
            List.of("currency", "price", "cost", "direct_cost").forEach(key -> price.set(key, one.path(key)));
        }
        return prices;
    }

    private static String participants(JsonNode row, boolean primary) {
        List<String> people = new ArrayList<>();
        for (JsonNode one : row.path("participants")) {
            if (one.path("primary").asBoolean(false) == primary) {
                people.add(one.path("person_id").asText());
            }
        }
        people.sort(null);
        return String.join(",", people);
    }
}
