package io.dragoman.app;

import com.fasterxml.jackson.databind.JsonNode;
import io.dragoman.sandbox.Sandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Map;

/** A day after the move, as every practice has them: somebody works in Pipedrive, and the old system is still in use. */
final class DemoDay {
    private final Sandbox sandbox;
    private final Path export;
    private final DemoScene.Day day;

    DemoDay(Sandbox sandbox, Path export, DemoScene.Day day) {
        this.sandbox = sandbox;
        this.export = export;
        this.day = day;
    }

    /** Somebody gets another number in both places, and others change at the source alone. */
    void passes() throws InterruptedException {
        try {
            frontDesk();
            source();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void frontDesk() throws IOException, InterruptedException {
        for (JsonNode person : sandbox.dump().path("persons")) {
            if (person.path("emails").toString().contains(day.person().email())) {
                patch("/api/v2/persons/" + person.path("id").asText(), """
                        {"phones": [{"value": "%s", "label": "mobile", "primary": true}]}
                        """.formatted(
                                day.person().phone()));
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

    private void source() throws IOException {
        Path changed = export.resolve(day.file());
        String before = sha256(changed);
        String now = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
        for (Map.Entry<String, String> change : day.changes().entrySet()) {
            replace(changed, change.getKey(), change.getValue().replace("{now}", now));
        }
        Path manifest = export.resolve("manifest.json");
        if (Files.exists(manifest)) {
            replace(manifest, before, sha256(changed));
        }
    }

    private static void replace(Path file, String from, String to) throws IOException {
        Files.writeString(file, Files.readString(file).replace(from, to));
    }

    private static String sha256(Path file) throws IOException {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(Files.readString(file).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
