package io.dragoman.systems.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.dragoman.model.ContentProblem;
import io.dragoman.model.OwnFiles;
import io.dragoman.systems.rest.Api.Reply;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The two servers have different addresses, so that nothing of the one may reach the other. */
class RestFilesTest {
    private static final String REST = """
            auth: basic-key
            headers: { User-Agent: "Dragoman ({contact})", X-Practice: "{organization}" }
            rate: { requests: 10, seconds: 1 }
            busy-until: { Retry-After: seconds-or-date }
            lists:
              clients: { path: /clients, records: /items, into: client, columns: { id: /id } }
            """;

    private Api api;
    private Api storage;
    private OwnFiles files;

    @BeforeEach
    void two_servers(@TempDir Path folder) throws IOException {
        api = Api.start();
        storage = Api.at("127.0.0.2");
        files = new Books(folder, api.base(), REST).files();
        storage.answers(request -> Reply.of(200, "text/plain", "from storage"));
    }

    @AfterEach
    void no_servers() {
        api.close();
        storage.close();
    }

    @Test
    void a_file_comes_with_the_credential_from_the_source_itself() throws IOException {
        api.answers(request -> Reply.of(200, "text/plain", "a letter"));

        assertThat(text(api.base() + "/files/1")).isEqualTo("a letter");
        assertThat(api.asked.get(0).headers()).containsEntry("Authorization", "Basic a2V5LTE6");
    }

    @Test
    void the_credential_never_reaches_a_second_host() throws IOException {
        api.answers(request -> Reply.of(302, "text/plain", "").with("Location", storage.base() + "/bytes?signed=1"));

        assertThat(text(api.base() + "/files/1")).isEqualTo("from storage");
        assertThat(storage.calls()).containsExactly("/bytes?signed=1");
        assertThat(storage.asked.get(0).headers())
                .doesNotContainKeys("Authorization", "X-practice")
                .containsEntry("User-agent", "Dragoman");
        assertThat(storage.asked.get(0).headers().values()).noneMatch(value -> value.contains("ops@books.example"));
    }

    @Test
    void a_second_redirect_is_not_followed() {
        api.answers(request -> Reply.of(302, "text/plain", "").with("Location", storage.base() + "/bytes"));
        storage.answers(request -> Reply.of(302, "text/plain", "").with("Location", storage.base() + "/more"));

        assertThat(code(api.base() + "/files/1")).isEqualTo("file-not-reachable");
        assertThat(storage.asked).hasSize(1);
    }

    @Test
    void only_the_sources_own_address_is_its_own() {
        assertThat(files.has(api.base() + "/files/1")).isTrue();
        assertThat(files.has(storage.base() + "/files/1")).isFalse();
        assertThat(files.has(api.base().toString().replace("http:", "https:") + "/files/1"))
                .isFalse();
        assertThat(files.has("http://user:word@" + api.base().getAuthority() + "/files/1"))
                .isFalse();
        assertThat(files.has(api.base() + "@evil.example/files/1")).isFalse();
    }

    @Test
    void a_file_that_is_not_ready_gone_or_forbidden_is_told_as_such() {
        api.answers(request -> Reply.of(Integer.parseInt(request.path().substring(1)), "text/plain", ""));

        assertThat(code(api.base() + "/409")).isEqualTo("file-not-ready");
        assertThat(code(api.base() + "/404")).isEqualTo("file-not-found");
        assertThat(code(api.base() + "/403")).isEqualTo("file-forbidden");
    }

    @Test
    void a_busy_source_is_asked_again_and_a_short_file_is_no_file() throws IOException {
        api.answers(request -> api.asked.size() < 3
                ? Reply.of(429, "text/plain", "").with("Retry-After", "0")
                : Reply.of(200, "text/plain", "a letter"));
        assertThat(text(api.base() + "/files/1")).isEqualTo("a letter");

        api.answers(request -> Reply.of(200, "text/plain", "a let").half());
        assertThat(catchThrowableOfType(IOException.class, () -> text(api.base() + "/files/1")))
                .isNotNull();
    }

    private String text(String address) throws IOException {
        try (InputStream in = files.open(address)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private String code(String address) {
        return catchThrowableOfType(
                        ContentProblem.class, () -> files.open(address).close())
                .code();
    }
}
