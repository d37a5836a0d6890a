package io.dragoman.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.dragoman.sandbox.RecordedRequest;
import io.dragoman.sandbox.Sandbox;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * An account and a ledger after {@code prepare}, to be had again and again. A sandbox of the same seed gives the same ids to the same
 * requests, so they are simply sent once more.
 */
final class Prepared {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final Path folder;
    private final Path export;
    private final List<RecordedRequest> writes;

    private Prepared(Path folder, Path export, List<RecordedRequest> writes) {
        this.folder = folder;
        this.export = export;
        this.writes = writes;
    }

    /** @param folder where the ledger is kept */
    static Prepared of(Path export, Path folder) throws IOException, InterruptedException {
        try (Sandbox sandbox = Sandbox.start(Migration.account().withRecord(true))) {
            Migration.write(folder, export, sandbox, "unlimited", Migration.BAA).prepare();
            List<RecordedRequest> writes = sandbox.requests().stream()
                    .filter(request -> !request.method().equals("GET"))
                    .toList();
            return new Prepared(folder, export, writes);
        }
    }

    /** The same migration in another folder, with an account of its own that is as far. */
    Migration in(Path other, Sandbox sandbox) throws IOException, InterruptedException {
        for (RecordedRequest write : writes) {
            HttpRequest again = HttpRequest.newBuilder(URI.create(sandbox.baseUrl() + write.path()))
                    .header("x-api-token", sandbox.token())
                    .header("Content-Type", "application/json")
                    .method(write.method(), HttpRequest.BodyPublishers.ofString(write.body()))
                    .build();
            assertThat(HTTP.send(again, HttpResponse.BodyHandlers.ofString()).statusCode())
                    .isEqualTo(write.status());
        }
        try (Stream<Path> files = Files.walk(folder.resolve("data"))) {
            for (Path file : files.toList()) {
                Files.copy(file, other.resolve(folder.relativize(file)));
            }
        }
        return Migration.write(other, export, sandbox, "unlimited", Migration.BAA);
    }
}
