package io.dragoman.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** What goes back over the wire: status, body and the headers that belong to this answer alone. */
record Answer(int status, String contentType, String body, Map<String, String> headers) {

    static Answer json(int status, JsonNode body) {
        return new Answer(status, "application/json; charset=utf-8", Json.text(body), Map.of());
    }

    static Answer html(int status, String title) {
        String page = "<!DOCTYPE html><html><head><title>" + title + "</title></head><body><h1>" + title
                + "</h1></body></html>";
        return new Answer(status, "text/html; charset=utf-8", page, Map.of());
    }

    static Answer data(int status, JsonNode data) {
        return json(status, envelope(data));
    }

    static Answer data(JsonNode data) {
        return data(200, data);
    }

    static Answer id(long id) {
        return data(Json.object().put("id", id));
    }

    static ObjectNode envelope(JsonNode data) {
        ObjectNode body = Json.object().put("success", true);
        body.set("data", data);
        return body;
    }

    static Answer error(int status, String text, String code) {
        return json(
                status, Json.object().put("success", false).put("error", text).put("code", code));
    }

    Answer with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Answer(status, contentType, body, more);
    }

    Answer withBody(int newStatus, Answer other) {
        return new Answer(newStatus, other.contentType, other.body, headers);
    }
}
