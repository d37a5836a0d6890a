package io.dragoman.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dragoman.sandbox.Sandbox;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** What a person does on the account's web pages while a run is under way. */
final class ByHand {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private ByHand() {}

    static void delete(Sandbox sandbox, String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(sandbox.baseUrl() + path))
                .header("x-api-token", sandbox.token())
                .DELETE()
                .build();
        assertThat(HTTP.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(200);
    }

    /** The code of the custom field with this name. */
    static String field(Sandbox sandbox, String noun, String name) {
        for (JsonNode field : sandbox.dump().path(noun + "Fields")) {
            if (field.path("field_name").asText().equals(name)) {
                return field.path("field_code").asText();
            }
        }
        throw new AssertionError("no such field: " + name);
    }
}
