package io.dragoman.systems.pipedrive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;

/**
 * A body under construction, which remembers the mapping's field behind each of its keys.
 *
 * @param names key, or code of a custom field, to the mapping's field
 */
record Body(ObjectNode json, Map<String, String> names) {
    Body() {
        this(Json.object(), new HashMap<>());
    }

    void put(String key, String field, JsonNode value) {
        json.set(key, value);
        names.put(key, field);
    }

    void custom(String code, String field, JsonNode value) {
        json.withObjectProperty("custom_fields").set(code, value);
        names.put(code, field);
    }
}
