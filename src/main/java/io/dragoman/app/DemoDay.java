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
import java.util.HexFormat;

/** A day after the move, as every practice has them: the front desk works in Pipedrive, and Dentrix is still in use. */
final class DemoDay {
    private static final String IN_BOTH = "walter.abernathy@example.com";
    private static final String NUMBER_IN_BOTH = "(539) 555-0102";
    private static final String ONLY_IN_DENTRIX = "ruth.abernathy@example.com";

    private final Sandbox sandbox;
    private final Path export;

    DemoDay(Sandbox sandbox, Path export) {
        this.sandbox = sandbox;
        this.export = export;
    }

    /** One patient gets another number in both places, and another patient a new e-mail in Dentrix alone. */
    void passes() throws InterruptedException {
        try {
            frontDesk();
            dentrix();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void frontDesk() throws IOException, InterruptedException {
        for (JsonNode person : sandbox.dump().path("persons")) {
            if (person.path("emails").toString().contains(IN_BOTH)) {
                patch("/api/v2/persons/" + person.path("id").asText(), """
                        {"phones": [{"value": "+15395550199", "label": "mobile", "primary": true}]}
                        """);
                return;
            }
        }
        throw new IllegalStateException("the invented patient is not in the account");
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

    private void dentrix() throws IOException {
        Path patients = export.resolve("patients.csv");
        Path manifest = export.resolve("manifest.json");
        String before = sha256(patients);
        replace(patients, NUMBER_IN_BOTH, "(539) 555-0142");
        replace(patients, ONLY_IN_DENTRIX, "ruth@abernathy.example");
        replace(manifest, before, sha256(patients));
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
