package io.dragoman.sandbox.cliniko;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** What goes back: status, body and headers. */
record Answer(int status, byte[] body, Map<String, String> headers) {
    static Answer json(JsonNode body) {
        return new Answer(200, Json.bytes(body), Map.of());
    }

    static Answer error(int status, String field, String text) {
        return error(status, field, text, Map.of());
    }

    static Answer error(int status, String field, String text, Map<String, String> headers) {
        var body = Json.object();
        body.putObject("errors").put(field, text);
        return new Answer(status, Json.bytes(body), headers);
    }

    static Answer moved(String address) {
        return new Answer(302, new byte[0], Map.of("Location", address));
    }
}
