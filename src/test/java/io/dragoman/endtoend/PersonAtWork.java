package io.dragoman.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dragoman.sandbox.Sandbox;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** A user of the account who changes, makes and deletes records on the web page. Single quotes in a body stand for double ones. */
final class PersonAtWork {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Sandbox sandbox;
    private final String token;

    private PersonAtWork(Sandbox sandbox, String token) {
        this.sandbox = sandbox;
        this.token = token;
    }

    static PersonAtWork of(Sandbox sandbox, long userId) {
        return new PersonAtWork(sandbox, sandbox.tokenOf(userId));
    }

    /** Somebody who has the migration's own token, as the account itself when it loses something. */
    static PersonAtWork withOurToken(Sandbox sandbox) {
        return new PersonAtWork(sandbox, sandbox.token());
    }

    void change(String path, String body) throws IOException, InterruptedException {
        ask(path.startsWith("v1/files") || path.startsWith("v1/notes") ? "PUT" : "PATCH", path, body);
    }

    void make(String path, String body) throws IOException, InterruptedException {
        ask("POST", path, body);
    }

    void delete(String path) throws IOException, InterruptedException {
        ask("DELETE", path, "");
    }

    /** Id of the first record of a kind, as the dump calls it. */
    String first(String kind) {
        return record(kind, 0).path("id").asText();
    }

    /** The record of a kind at this place of the dump. */
    JsonNode record(String kind, int place) {
        return sandbox.dump().path(kind).path(place);
    }

    private void ask(String method, String path, String body) throws IOException, InterruptedException {
        boolean form = path.startsWith("v1/files");
        HttpRequest request = HttpRequest.newBuilder(URI.create(sandbox.baseUrl() + "/api/" + path))
                .header("x-api-token", token)
                .header("Content-Type", form ? "application/x-www-form-urlencoded" : "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body.replace('\'', '"')))
                .build();
        HttpResponse<String> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode() / 100).as(answer.body()).isEqualTo(2);
    }
}
