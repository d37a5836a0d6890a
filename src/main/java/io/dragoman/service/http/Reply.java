package io.dragoman.service.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.dragoman.model.Problem;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a request is answered.
 *
 * @param headers beside the content type
 * @param problems that the body tells; empty for any other answer
 */
public record Reply(int status, String contentType, byte[] body, Map<String, String> headers, List<Problem> problems) {
    static final String JSON_TYPE = "application/json";
    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS);

    /** An answer that tells no problems. */
    public Reply(int status, String contentType, byte[] body, Map<String, String> headers) {
        this(status, contentType, body, headers, List.of());
    }

    /** Something as JSON. */
    public static Reply json(int status, Object what) {
        return new Reply(status, JSON_TYPE, text(what).getBytes(StandardCharsets.UTF_8), Map.of());
    }

    public static Reply text(int status, String contentType, String text) {
        return new Reply(status, contentType, text.getBytes(StandardCharsets.UTF_8), Map.of());
    }

    /** Problems, as the command line has them. */
    public static Reply problems(int status, List<Problem> problems) {
        byte[] body = text(Map.of("problems", problems)).getBytes(StandardCharsets.UTF_8);
        return new Reply(status, JSON_TYPE, body, Map.of(), problems);
    }

    /** Nothing is at this address. */
    public static Reply notFound() {
        return problems(404, List.of(new Problem("not-found", "", "there is nothing at this address.")));
    }

    /** Leads a browser to another page of ours, after a form. */
    public static Reply seeOther(String path) {
        return text(303, "text/plain; charset=utf-8", "").with("Location", path);
    }

    /** The same with one header more. */
    public Reply with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Reply(status, contentType, body, more, problems);
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
