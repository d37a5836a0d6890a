package io.dragoman.systems.pipedrive;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One call of the API, ready to be sent as often as it takes.
 *
 * @param port the route that asked for it, such as {@code write}
 * @param path without host and query
 * @param body null for none
 * @param names key or code in the body to the field's name in the mapping, so that an error can be told in its words
 * @param site whose record it is; null when a refusal is not the fault of one record
 * @param payload what is sent instead of JSON; null where the body is JSON or nothing
 * @param goneIsDone whether a record that is not there any more answers the purpose
 */
public record Request(
        String port,
        String method,
        String path,
        Map<String, String> query,
        @Nullable JsonNode body,
        Map<String, String> names,
        @Nullable Site site,
        boolean goneIsDone,
        @Nullable Payload payload) {

    static Request read(String port, String path, Map<String, String> query) {
        return new Request(port, "GET", path, query, null, Map.of(), null, false, null);
    }

    static Request change(String port, String method, String path, @Nullable JsonNode body) {
        return new Request(port, method, path, Map.of(), body, Map.of(), null, false, null);
    }

    Request with(String key, String value) {
        Map<String, String> more = new TreeMap<>(query);
        more.put(key, value);
        return new Request(port, method, path, more, body, names, site, goneIsDone, payload);
    }

    Request about(Site record, Map<String, String> fieldNames) {
        return new Request(port, method, path, query, body, fieldNames, record, goneIsDone, payload);
    }

    /** The same, content when the record it changes is gone already. */
    Request orGone() {
        return new Request(port, method, path, query, body, names, site, true, payload);
    }

    /** The same with a body that is not JSON. */
    Request carrying(Payload other) {
        return new Request(port, method, path, query, body, names, site, goneIsDone, other);
    }

    public boolean isWrite() {
        return !method.equals("GET");
    }

    /** Whether it counts in the smaller window for searches too. Which paths do is not documented; these bear the word. */
    boolean isSearch() {
        return path.contains("/itemSearch") || path.endsWith("/search") || path.contains("/search/");
    }

    /** Price of one attempt. */
    public int tokens() {
        return Costs.of(method, path);
    }

    /** Query as it is sent, percent-encoded; null when there is none. */
    public @Nullable String queryText() {
        if (query.isEmpty()) {
            return null;
        }
        return query.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** Body as it is sent; null when there is none. */
    public byte @Nullable [] bytes() {
        return body == null ? null : Json.bytes(body);
    }

    /** What the HTTP client sends; null for nothing. Made anew for every attempt. */
    public @Nullable Object sent() {
        return payload == null ? bytes() : payload.body();
    }

    /** Value of the header of this name; null where the body tells it itself. */
    public @Nullable String contentType() {
        return payload == null ? "application/json" : payload.contentType();
    }

    /** Never printed with its body. */
    @Override
    public String toString() {
        return method + " " + path;
    }
}
