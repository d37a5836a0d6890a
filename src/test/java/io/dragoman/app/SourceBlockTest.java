package io.dragoman.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.dragoman.model.Problem;
import io.dragoman.model.UserProblems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceBlockTest {
    private static final String REST = "channel: rest, base-url: \"https://api.books.example/v1\","
            + " api-key: \"${env:BOOKS_KEY}\", contact: ops@books.example";

    private Path folder = Path.of("");

    @BeforeEach
    void a_home_with_one_source_for_every_channel(@TempDir Path home) throws IOException {
        folder = home;
        Path system = Files.createDirectories(folder.resolve("routes/systems/books"));
        Files.writeString(system.resolve("layout.yaml"), """
                system: books
                layout: books/1
                channels: [csv, rest, jdbc]
                files:
                  client: { file: clients.csv, key: id, columns: { id: id } }
                """);
        Files.writeString(system.resolve("rest.yaml"), """
                auth: bearer
                headers: { User-Agent: "Dragoman ({contact})" }
                rate: { requests: 10, seconds: 1 }
                lists:
                  clients: { path: /clients, records: /clients, into: client, columns: { id: /id } }
                """);
        Files.createDirectories(folder.resolve("mappings"));
        Files.copy(
                Path.of("mappings/rest.schema.json"), folder.resolve("mappings").resolve("rest.schema.json"));
        Files.copy(
                Path.of("mappings/migration.schema.json"),
                folder.resolve("mappings").resolve("migration.schema.json"));
    }

    @Test
    void each_channel_has_a_staging_route_of_its_own() throws IOException {
        assertThat(source("channel: csv, folder: export").stagingRoute()).isEqualTo("direct:books-stage");
        assertThat(source(REST).stagingRoute()).isEqualTo("direct:books-rest-stage");
        assertThat(source("channel: jdbc, url: \"jdbc:postgresql://db/books\"").stagingRoute())
                .isEqualTo("direct:books-jdbc-stage");
    }

    @Test
    void what_opens_an_api_is_told_as_the_place_of_the_secret() throws IOException {
        MigrationFile.Source source = source(REST + ", organization: org-7");

        ApiAddress rest = Objects.requireNonNull(source.rest());
        assertThat(source.folder()).isNull();
        assertThat(rest.baseUrl()).hasToString("https://api.books.example/v1");
        assertThat(rest).asString().contains("${env:BOOKS_KEY}");
        assertThat(rest.organization()).isEqualTo("org-7");
    }

    @Test
    void a_key_of_another_channel_is_told_with_its_line() throws IOException {
        assertThat(problems("channel: csv, folder: export, contact: ops@books.example"))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo("key-of-other-channel");
                    assertThat(problem.place()).startsWith("migration.yaml:3:");
                });
    }

    @Test
    void an_export_needs_a_folder_and_a_database_an_address() throws IOException {
        assertThat(problems("channel: csv")).extracting(Problem::code).containsExactly("folder-missing");
        assertThat(problems("channel: jdbc")).extracting(Problem::code).containsExactly("url-missing");
    }

    @Test
    void a_key_never_travels_in_clear_to_another_machine() throws IOException {
        assertThat(problems(REST.replace("https", "http")))
                .extracting(Problem::code)
                .containsExactly("source-not-encrypted");
        assertThat(source(REST.replace("https://api.books.example/v1", "http://127.0.0.1:8090"))
                        .rest())
                .isNotNull();
    }

    @Test
    void what_an_api_needs_and_the_file_does_not_tell_is_told_at_once() throws IOException {
        assertThat(problems("channel: rest"))
                .extracting(Problem::code)
                .containsExactly("api-key-missing", "base-url-missing", "contact-missing");
    }

    @Test
    void a_channel_that_a_source_does_not_offer_is_refused() throws IOException {
        Path layout = folder.resolve("routes/systems/books/layout.yaml");
        Files.writeString(layout, Files.readString(layout).replace("[csv, rest, jdbc]", "[csv]"));

        assertThat(problems("channel: rest")).extracting(Problem::code).containsExactly("channel-not-offered");
    }

    private MigrationFile.Source source(String source) throws IOException {
        return MigrationFileReader.read(file(source), new Home(folder)).source();
    }

    private List<Problem> problems(String source) throws IOException {
        Path file = file(source);
        UserProblems told =
                catchThrowableOfType(UserProblems.class, () -> MigrationFileReader.read(file, new Home(folder)));
        return told.problems();
    }

    private Path file(String source) throws IOException {
        return Files.writeString(folder.resolve("migration.yaml"), """
                migration: books
                mappings: books-to-pipedrive
                source: { system: books, %s }
                target: { system: pipedrive, base-url: "http://127.0.0.1:9", token: "${env:TOKEN}", plan: unlimited }
                ledger: jdbc:hsqldb:file:ledger
                """.formatted(source));
    }
}
