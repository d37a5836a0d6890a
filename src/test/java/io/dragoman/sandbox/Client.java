package io.dragoman.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A real HTTP client of a sandbox. */
final class Client {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final Sandbox sandbox;
    private final String token;

    /** An answer as it came over the wire. */
    record Got(int status, String body, HttpResponse<String> whole) {
        JsonNode json() {
            try {
                return MAPPER.readTree(body);
            } catch (IOException e) {
                throw new UncheckedIOException(body, e);
            }
        }

        JsonNode data() {
            return json().path("data");
        }

        long id() {
            return data().path("id").asLong();
        }

        String header(String name) {
            return whole.headers().firstValue(name).orElse("");
        }
    }

    Client(Sandbox sandbox) {
        this(sandbox, sandbox.token());
    }

    Client(Sandbox sandbox, String token) {
        this.sandbox = sandbox;
        this.token = token;
    }

    Got get(String path) {
        return send("GET", path, null);
    }

    Got post(String path, String body) {
        return send("POST", path, body);
    }

    Got patch(String path, String body) {
        return send("PATCH", path, body);
    }

    Got put(String path, String body) {
        return send("PUT", path, body);
    }

    Got delete(String path) {
        return send("DELETE", path, null);
    }

    Got delete(String path, String body) {
        return send("DELETE", path, body);
    }

    Got send(String method, String path, @Nullable String body) {
        try {
            return attempt(method, path, body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Like {@link #send}, for those who expect the connection to break. Single quotes in the body stand for double ones. */
    Got attempt(String method, String path, @Nullable String body) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(sandbox.baseUrl() + path))
                .timeout(Duration.ofSeconds(20))
                .header("x-api-token", token);
        if (body == null) {
            request.method(method, HttpRequest.BodyPublishers.noBody());
        } else {
            request.header("Content-Type", "application/json");
            request.method(method, HttpRequest.BodyPublishers.ofString(body.replace('\'', '"')));
        }
        try {
            HttpResponse<String> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Got(response.statusCode(), response.body(), response);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /** Creates a record that must be taken, and gives its id. */
    long make(String path, String body) {
        Got got = post(path, body);
        if (got.status() / 100 != 2) {
            throw new AssertionError(got.status() + " " + got.body());
        }
        return got.id();
    }

    /** Creates a custom field and gives its code. */
    String field(String entity, String type, String options) {
        String body = "{'field_name':'A " + type + "','field_type':'" + type + "'" + options + "}";
        Got got = post("/api/v2/" + entity + "Fields", body);
        if (got.status() != 200) {
            throw new AssertionError(got.status() + " " + got.body());
        }
        return got.data().path("field_code").asText();
    }
}
