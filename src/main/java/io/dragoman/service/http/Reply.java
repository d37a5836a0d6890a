package io.dragoman.service.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.dragoman.model.Problem;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * What a request is answered.
 *
 * @param headers beside the content type
 */
public record Reply(int status, String contentType, byte[] body, Map<String, String> headers) {
    static final String JSON_TYPE = "application/json";
    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS);

    /** Something as JSON. */
    public static Reply json(int status, Object what) {
        return new Reply(status, JSON_TYPE, text(what).getBytes(StandardCharsets.UTF_8), Map.of());
    }

    public static Reply text(int status, String contentType, String text) {
        return new Reply(status, contentType, text.getBytes(StandardCharsets.UTF_8), Map.of());
    }

    /** Problems, as the command line has them. */
    public static Reply problems(int status, List<Problem> problems) {
        return json(status, Map.of("problems", problems));
    }

    static Reply notFound() {
        return problems(404, List.of(new Problem("not-found", "", "there is nothing at this address.")));
    }

    Reply with(String header, String value) {
        return new Reply(status, contentType, body, Map.of(header, value));
    }

    static String text(Object what) {
        try {
            return JSON.writeValueAsString(what);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what is shown is texts and numbers", e);
        }
    }

    static ObjectMapper json() {
        return JSON;
    }
}
