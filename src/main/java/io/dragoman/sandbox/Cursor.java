package io.dragoman.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Where the next page begins: behind the record with this key and id. Opaque to clients. */
record Cursor(String field, boolean ascending, String key, long id) {

    String text() {
        var json = Json.object().put("field", field).put("fieldValue", key);
        json.put("sortDirection", ascending ? "asc" : "desc").put("id", id);
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Json.text(json).getBytes(StandardCharsets.UTF_8));
    }

    static Cursor parse(String text) {
        try {
            JsonNode json = Json.parse(new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8));
            boolean whole = json.path("field").isTextual()
                    && json.path("fieldValue").isTextual()
                    && json.path("id").isNumber();
            if (whole) {
                boolean ascending = json.path("sortDirection").asText().equals("asc");
                return new Cursor(
                        json.get("field").asText(),
                        ascending,
                        json.get("fieldValue").asText(),
                        json.get("id").asLong());
            }
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw Refusal.invalid("cursor: is not valid");
        }
        throw Refusal.invalid("cursor: is not valid");
    }
}
