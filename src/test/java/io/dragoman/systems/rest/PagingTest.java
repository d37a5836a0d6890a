package io.dragoman.systems.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.dragoman.model.RunProblem;
import io.dragoman.staging.Staging;
import io.dragoman.systems.rest.Api.Reply;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PagingTest {
    private Path folder = Path.of("");
    private Api api;

    @BeforeEach
    void a_server(@TempDir Path temporary) throws IOException {
        folder = temporary;
        api = Api.start();
    }

    @AfterEach
    void no_server() {
        api.close();
    }

    @Test
    void offsets_follow_the_records_that_came_and_end_at_the_sources_word() throws Exception {
        api.answers(request -> request.query().contains("offset=0")
                ? Reply.json("{\"items\":[{\"id\":1},{\"id\":2}],\"has_more\":true}")
                : Reply.json("{\"items\":[{\"id\":3}],\"has_more\":false}"));

        assertThat(ids("auth: { header: X-Api-Key }", "{ offset: offset, more: /has_more }"))
                .containsExactly("1", "2", "3");
        assertThat(api.calls()).containsExactly("/clients?limit=2&offset=0", "/clients?limit=2&offset=2");
        assertThat(api.asked)
                .allSatisfy(request -> assertThat(request.headers()).containsEntry("X-api-key", "key-1"));
    }

    @Test
    void the_greatest_id_of_a_page_leads_to_the_next() throws Exception {
        api.answers(request -> request.query().contains("lastId=10")
                ? Reply.json("{\"items\":[]}")
                : Reply.json("{\"items\":[{\"id\":9},{\"id\":10}]}"));

        assertThat(ids("auth: bearer", "{ last-id: lastId, of: /id }")).containsExactly("10", "9");
        assertThat(api.calls()).containsExactly("/clients?limit=2", "/clients?limit=2&lastId=10");
    }

    @Test
    void a_source_that_does_not_know_the_paging_is_told_and_not_read_for_ever() throws Exception {
        api.answers(request -> Reply.json("{\"items\":[{\"id\":1},{\"id\":2}]}"));

        for (String paging : List.of("{ page: page }", "{ offset: offset }", "{ last-id: lastId, of: /id }")) {
            Books books = books("auth: bearer", paging, paging.replaceAll("\\W", ""));
            assertThat(catchThrowableOfType(RunProblem.class, () -> books.read().close()))
                    .extracting(problem -> problem.problem().code())
                    .isEqualTo("page-loop");
        }
    }

    @Test
    void one_page_without_paging_is_all() throws Exception {
        api.answers(request -> Reply.json("{\"items\":[{\"id\":1}]}"));

        assertThat(ids("auth: bearer", "none")).containsExactly("1");
        assertThat(api.asked).hasSize(1);
    }

    @Test
    void a_token_is_got_once_and_anew_when_it_is_not_taken_any_more() throws Exception {
        api.answers(request -> {
            if (request.path().equals("/token")) {
                return Reply.json("{\"access_token\":\"t" + tokens() + "\",\"expires_in\":\"3600\"}");
            }
            boolean old = tokens() == 1 && request.query().contains("page=2");
            if (old) {
                return Reply.of(401, "application/json", "{}");
            }
            return request.query().contains("page=3")
                    ? Reply.json("{\"items\":[]}")
                    : Reply.json("{\"items\":[{\"id\":" + request.query().replaceAll(".*page=", "") + "}]}");
        });

        assertThat(ids(
                        "auth: { client-credentials: /token, query: [\"grant_type=client_credentials\"] }\n"
                                + "headers: { Organization-ID: \"{organization}\" }",
                        "{ page: page }"))
                .containsExactly("1", "2");
        assertThat(api.calls())
                .containsExactly(
                        "/token?grant_type=client_credentials",
                        "/clients?limit=2&page=1",
                        "/clients?limit=2&page=2",
                        "/token?grant_type=client_credentials",
                        "/clients?limit=2&page=2",
                        "/clients?limit=2&page=3");
        assertThat(api.asked.get(0).body()).isEqualTo("client_id=client-1&client_secret=secret-1");
        assertThat(api.asked.get(5).headers())
                .containsEntry("Authorization", "Bearer t2")
                .containsEntry("Organization-id", "org-1");
    }

    @Test
    void where_there_is_no_list_each_row_is_asked_for() throws Exception {
        api.answers(request -> switch (request.path()) {
            case "/clients" -> Reply.json("{\"items\":[{\"id\":\"a b\"},{\"id\":\"c\"}]}");
            case "/clients/a%20b/visits" -> Reply.json("[{\"id\":\"7\"},{\"id\":\"8\"}]");
            default -> Reply.json("[]");
        });
        String each = rest("auth: bearer", "none")
                + "  visits: { path: \"/clients/{key}/visits\", records: \"\", into: visit,"
                + " columns: { id: /id, client_id: key }, each-of: { object: client, column: id } }\n";

        try (Staging staging = new Books(folder, api.base(), each).read()) {
            assertThat(staging.distinct("visit", "client_id")).containsExactly("a b");
            assertThat(staging.count("visit")).isEqualTo(2);
        }
        assertThat(api.calls()).containsExactly("/clients?limit=2", "/clients/a%20b/visits", "/clients/c/visits");
    }

    private long tokens() {
        return api.asked.stream()
                .filter(request -> request.path().equals("/token"))
                .count();
    }

    private List<String> ids(String auth, String paging) throws Exception {
        try (Staging staging = books(auth, paging, "books").read()) {
            return staging.distinct("client", "id");
        }
    }

    private Books books(String auth, String paging, String name) {
        return new Books(folder.resolve(name), api.base(), rest(auth, paging));
    }

    private static String rest(String auth, String paging) {
        return auth + """

                rate: { requests: 10, seconds: 1 }
                paging: %s
                lists:
                  clients: { path: /clients, query: ["limit=2"], records: /items, into: client, columns: { id: /id } }
                """.formatted(paging);
    }
}
