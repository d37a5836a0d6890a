package io.dragoman.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.dragoman.sandbox.Seen;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A request taken apart.
 *
 * @param path without the query
 * @param query values by key, decoded
 * @param body missing when there is none or it is no JSON
 */
record Asked(Seen seen, String path, Map<String, String> query, JsonNode body) {
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    static Asked of(Seen seen) {
        String[] target = seen.target().split("\\?", 2);
        Map<String, String> query = new LinkedHashMap<>();
        if (target.length == 2) {
            for (String pair : target[1].split("&", -1)) {
                String[] named = pair.split("=", 2);
                query.put(named[0], named.length == 1 ? "" : URLDecoder.decode(named[1], StandardCharsets.UTF_8));
            }
        }
        String path = target[0].startsWith("/v1/") ? "/api" + target[0] : target[0];
        boolean json = seen.contentType().contains("json");
        return new Asked(seen, path, query, json ? json(seen.body()) : MissingNode.getInstance());
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    String method() {
        return seen.method();
    }

    /** Whether the program itself sent it, and not a test by hand. */
    boolean ours() {
        return seen.agent().startsWith("Dragoman");
    }

    boolean old() {
        return path.startsWith("/api/v1/");
    }

    boolean creates(String collection) {
        return method().equals("POST") && path.matches("/api/v[12]/" + collection);
    }

    /** Whether it is about this collection, at any depth. */
    boolean about(String collection) {
        return path.matches("/api/v[12]/" + collection + "(/.*)?");
    }

    /** Path without ids, for messages. */
    String shape() {
        return path.replaceAll("/([0-9]+|[0-9a-f]{40}|[0-9a-f-]{36})(?=/|$)", "/{}");
    }
}
