package io.dragoman.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dragoman.sandbox.Sandbox;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Fills a sandbox with what an account had before us. Single quotes in a body stand for double ones. */
final class ExistingAccount {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Sandbox sandbox;

    ExistingAccount(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    /** Makes one record and gives its answer. */
    JsonNode make(String path, String body) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(sandbox.baseUrl() + "/api/v2/" + path))
                    .header("x-api-token", sandbox.token())
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(body.replace('\'', '"')))
                    .build();
            HttpResponse<String> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode() / 100).as(answer.body()).isEqualTo(2);
            return MAPPER.readTree(answer.body()).path("data");
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Makes a record and gives its id. */
    String id(String path, String body) {
        return make(path, body).path("id").asText();
    }

    /** Makes many, several at a time. */
    void makeAll(String path, List<String> bodies) throws Exception {
        ExecutorService hands = Executors.newFixedThreadPool(8);
        try {
            for (Future<JsonNode> one : hands.invokeAll(IntStream.range(0, bodies.size())
                    .mapToObj(i -> (Callable<JsonNode>) () -> make(path, bodies.get(i)))
                    .toList())) {
                one.get();
            }
        } finally {
            hands.shutdown();
        }
    }

    /** A text as part of a body. */
    static String quoted(String text) {
        return "'" + text.replace("'", "\\u0027").replace("\"", "") + "'";
    }

    /** Records of a kind with the one that has this id. */
    static ObjectNode record(Sandbox sandbox, String kind, String id) {
        for (JsonNode one : sandbox.dump().path(kind)) {
            if (one.path("id").asText().equals(id)) {
                return (ObjectNode) one;
            }
        }
        throw new AssertionError("no " + kind + " " + id);
    }
}
