package io.dragoman.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Somebody who asks a service over HTTP. */
final class Asking {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> OVER = Set.of("done", "left-over", "refused", "failed", "stopped", "paused");

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String address;
    private final @Nullable String token;

    /** @param token null for somebody who has none */
    Asking(int port, @Nullable String token) {
        this.address = "http://127.0.0.1:" + port;
        this.token = token;
    }

    record Answer(int status, String body) {
        JsonNode json() throws IOException {
            return JSON.readTree(body);
        }

        /** Codes of the problems it tells. */
        List<String> codes() throws IOException {
            return Stream.of(json().path("problems"))
                    .flatMap(problems -> problems.findValuesAsText("code").stream())
                    .toList();
        }
    }

    Answer ask(String method, String path, @Nullable String body) throws IOException, InterruptedException {
        HttpResponse<String> response = client.send(request(method, path, body), HttpResponse.BodyHandlers.ofString());
        return new Answer(response.statusCode(), response.body());
    }

    Answer get(String path) throws IOException, InterruptedException {
        return ask("GET", path, null);
    }

    /** Asks a migration for a verb, which must be taken. @return the order's id */
    String order(String migration, String verb, String options) throws IOException, InterruptedException {
        Answer answer = ask("POST", "/api/migrations/" + migration + "/" + verb, options);
        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
        return answer.json().path("order").asText();
    }

    JsonNode order(String migration, String id) throws IOException, InterruptedException {
        return get("/api/migrations/" + migration + "/orders/" + id).json();
    }

    /** Waits for the end of an order. */
    JsonNode awaitOver(String migration, String id) {
        return await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(50))
                .until(
                        () -> order(migration, id),
                        order -> OVER.contains(order.path("state").asText()));
    }

    /** Asks for a verb and waits until it is done. */
    JsonNode does(String migration, String verb, String options) throws IOException, InterruptedException {
        JsonNode order = awaitOver(migration, order(migration, verb, options));
        assertThat(order.path("state").asText()).as(order.toPrettyString()).isEqualTo("done");
        return order;
    }

    /**
     * The events of an order until it is over.
     *
     * @param seen told of each line as it comes
     */
    List<String> events(String migration, String id, Consumer<String> seen) throws IOException, InterruptedException {
        HttpResponse<Stream<String>> response = client.send(
                request("GET", "/api/migrations/" + migration + "/orders/" + id + "/events", null),
                HttpResponse.BodyHandlers.ofLines());
        assertThat(response.headers().firstValue("Content-Type")).contains("text/event-stream");
        return response.body().filter(line -> !line.isEmpty()).peek(seen).toList();
    }

    private HttpRequest request(String method, String path, @Nullable String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path))
                .timeout(Duration.ofMinutes(1))
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        return (token == null ? request : request.header("Authorization", "Bearer " + token)).build();
    }
}
