package io.dragoman.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One request, read whole. A query key that is given twice holds its values joined by commas. */
record Ask(
        String method, String target, List<String> path, Map<String, String> query, String contentType, String body) {

    static Ask of(String method, URI uri, @Nullable String contentType, String body) {
        List<String> path = new ArrayList<>();
        for (String part : uri.getRawPath().split("/", -1)) {
            if (!part.isEmpty()) {
                path.add(decode(part));
            }
        }
        if (!path.isEmpty() && path.get(0).equals("v1")) {
            path.add(0, "api");
        }
        return new Ask(
                method, uri.toString(), List.copyOf(path), query(uri), contentType == null ? "" : contentType, body);
    }

    boolean writes() {
        return !method.equals("GET") && !method.equals("HEAD");
    }

    ObjectNode object() {
        if (json() instanceof ObjectNode object) {
            return object;
        }
        throw Refusal.invalid("body: must be an object");
    }

    ArrayNode list() {
        if (json() instanceof ArrayNode list) {
            return list;
        }
        throw Refusal.invalid("body: must be an array");
    }

    private JsonNode json() {
        if (!contentType.contains("json")) {
            throw Refusal.bad("The body must be application/json");
        }
        try {
            return Json.parse(body);
        } catch (JsonProcessingException e) {
            throw Refusal.bad("The body is not valid JSON");
        }
    }

    /** The same with half of the longest text that stands in the body or among its custom fields; the same when there is no body. */
    Ask cutShort() {
        if (body.isEmpty()) {
            return this;
        }
        ObjectNode cut = object();
        ObjectNode place = cut;
        String longest = longestText(cut);
        if (cut.path("custom_fields") instanceof ObjectNode custom
                && length(custom, longestText(custom)) > length(cut, longest)) {
            place = custom;
            longest = longestText(custom);
        }
        String text = place.path(longest).asText();
        place.put(longest, text.substring(0, text.length() / 2).strip());
        return new Ask(method, target, path, query, contentType, Json.text(cut));
    }

    private static String longestText(ObjectNode fields) {
        String longest = "";
        for (Map.Entry<String, JsonNode> field : fields.properties()) {
            if (field.getValue().isTextual() && length(fields, field.getKey()) > length(fields, longest)) {
                longest = field.getKey();
            }
        }
        return longest;
    }

    private static int length(ObjectNode fields, String field) {
        return fields.path(field).asText().length();
    }

    private static Map<String, String> query(URI uri) {
        String raw = uri.getRawQuery();
        return raw == null ? new LinkedHashMap<>() : form(raw);
    }

    /** Names and values, percent-encoded and joined, as a query or a form has them. */
    static Map<String, String> form(String raw) {
        Map<String, String> query = new LinkedHashMap<>();
        if (raw.isEmpty()) {
            return query;
        }
        for (String pair : raw.split("&", -1)) {
            int at = pair.indexOf('=');
            String key = decode(at < 0 ? pair : pair.substring(0, at));
            String value = at < 0 ? "" : decode(pair.substring(at + 1));
            query.merge(key, value, (first, second) -> first + "," + second);
        }
        return query;
    }

    private static String decode(String raw) {
        return URLDecoder.decode(raw, StandardCharsets.UTF_8);
    }
}
