package io.dragoman.app;

import com.fasterxml.jackson.databind.JsonNode;
import io.dragoman.sandbox.Sandbox;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;

/** Who works in a demo's account after the move, as every practice has them. */
final class FrontDesk {
    private final Sandbox sandbox;

    FrontDesk(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    /** Gives the person with this e-mail another mobile number. */
    void mendsNumber(String email, String number) throws IOException, InterruptedException {
        for (JsonNode person : sandbox.dump().path("persons")) {
            if (person.path("emails").toString().contains(email)) {
                patch("/api/v2/persons/" + person.path("id").asText(), """
                        {"phones": [{"value": "%s", "label": "mobile", "primary": true}]}
                        """.formatted(number));
                return;
            }
        }
        throw new IllegalStateException("the invented person is not in the account");
    }

    private void patch(String path, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(sandbox.baseUrl().resolve(path))
                .header("x-api-token", sandbox.token())
                .header("Content-Type", "application/json")
                .method("PATCH", BodyPublishers.ofString(body))
                .build();
        int status = HttpClient.newHttpClient()
                .send(request, BodyHandlers.discarding())
                .statusCode();
        if (status != 200) {
            throw new IOException("the sandbox answered " + status);
        }
    }
}
