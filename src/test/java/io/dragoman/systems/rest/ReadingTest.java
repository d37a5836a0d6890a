package io.dragoman.systems.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.dragoman.model.RunProblem;
import io.dragoman.staging.Finding;
import io.dragoman.staging.Staging;
import io.dragoman.systems.rest.Api.Reply;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadingTest {
    static final String CLIENTS = """
            auth: basic-key
            headers: { Accept: application/json, User-Agent: "Dragoman ({contact})" }
            rate: { requests: 10, seconds: 1 }
            busy-until: { Retry-After: seconds-or-date }
            paging: { next-link: /links/next }
            total: /total_entries
            lists:
              clients:
                path: /clients
                query: ["per_page=2", "q[]=archived_at:*"]
                records: /clients
                into: client
                columns:
                  id: /id
                  name: /name or /label
                  balance: /balance
                  shop_id: id /shop/links/self
                  tags: list /tags
                  raw: json /raw
                rows-of:
                  phone:
                    each: /groups/*/phones/*
                    columns: { client_id: ^^/id, seq: position, number: /number }
            """;

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
    void every_page_is_read_to_the_last_link_whatever_the_total_says() throws Exception {
        api.answers(request -> switch (request.query()) {
            case "page=2" -> page("{\"id\":\"3\",\"name\":\"Cy\"}", null);
            case "page=3" -> page("", "/clients?page=2");
            default -> page("{\"id\":\"1\",\"name\":\"Ann\"},{\"id\":\"2\",\"name\":\"Bob\"}", "/clients?page=3");
        });

        try (Staging staging = books(CLIENTS).read()) {
            assertThat(staging.distinct("client", "id")).containsExactly("1", "2", "3");
        }
        assertThat(api.calls())
                .containsExactly("/clients?per_page=2&q%5B%5D=archived_at%3A*", "/clients?page=3", "/clients?page=2");
        assertThat(api.asked)
                .allSatisfy(request -> assertThat(request.headers())
                        .containsEntry("Authorization", "Basic a2V5LTE6")
                        .containsEntry("User-agent", "Dragoman (ops@books.example)"));
    }

    @Test
    void values_come_as_they_are_written() throws Exception {
        api.answers(request -> page("""
                {"id": 9223372036854775807, "name": "", "label": "Ann", "balance": 50.0, "tags": ["new", null, 7],
                 "shop": {"links": {"self": "https://shops.example/v1/shops/1580000000000000401?x=1"}},
                 "raw": {"b": [1.50, null], "a": "<p>"},
                 "groups": [{"phones": [{"number": "0155"}, {"number": null}]}, {}, {"phones": [{"number": "0156"}]}]},
                {"id": "2", "shop": null, "balance": 1e2, "raw": null, "groups": null}""", null));

        try (Staging staging = books(CLIENTS).read()) {
            assertThat(staging.distinct("client", "id")).containsExactly("2", "9223372036854775807");
            assertThat(staging.distinct("client", "name")).containsExactly("Ann");
            assertThat(staging.distinct("client", "balance")).containsExactly("100", "50.0");
            assertThat(staging.distinct("client", "shop_id")).containsExactly("1580000000000000401");
            assertThat(staging.distinct("client", "tags")).containsExactly("new, 7");
            assertThat(staging.distinct("client", "raw")).containsExactly("{\"b\":[1.50,null],\"a\":\"<p>\"}");
            assertThat(staging.distinct("phone", "seq")).containsExactly("1", "2", "3");
            assertThat(staging.distinct("phone", "number")).containsExactly("0155", "0156");
        }
    }

    @Test
    void a_record_on_two_pages_is_staged_once() throws Exception {
        api.answers(request -> request.query().equals("page=2")
                ? page("{\"id\":\"2\"},{\"id\":\"3\"}", null)
                : page("{\"id\":\"1\"},{\"id\":\"2\"}", "/clients?page=2"));

        try (Staging staging = books(CLIENTS).read()) {
            assertThat(staging.count("client")).isEqualTo(3);
            assertThat(staging.findings()).isEmpty();
        }
    }

    @Test
    void a_record_that_is_broken_is_set_aside_and_no_other() throws Exception {
        api.answers(request -> page(
                "{\"id\":\"1\",\"name\":{\"first\":\"Ann\"}},7,{\"id\":null},{\"id\":\"2\",\"name\":\"a\\u0000b\"},{\"id\":\"3\"}",
                null));

        try (Staging staging = books(CLIENTS).read()) {
            assertThat(staging.distinct("client", "id")).containsExactly("3");
            assertThat(staging.count("client")).isEqualTo(5);
        }
    }

    @Test
    void a_link_to_another_host_is_not_followed() throws Exception {
        try (Api other = Api.at("127.0.0.2")) {
            api.answers(request -> page("{\"id\":\"1\"}", other.base() + "/clients?page=2"));

            assertThat(refusal(books(CLIENTS)))
                    .extracting(RunProblem::problem)
                    .hasToString(
                            "link-to-other-host: books clients: The address of the next page is at another host than the"
                                    + " source. It was not asked, and the key did not leave. Look at source.base-url; if that is"
                                    + " right, tell the vendor.");
            assertThat(other.calls()).isEmpty();
        }
    }

    @Test
    void a_redirect_is_not_followed() throws Exception {
        try (Api other = Api.at("127.0.0.2")) {
            api.answers(request -> Reply.of(302, "text/plain", "")
                    .with("Location", other.base().toString()));

            assertThat(code(books(CLIENTS))).isEqualTo("source-redirects");
            assertThat(other.calls()).isEmpty();
        }
    }

    @Test
    void a_busy_or_broken_answer_is_asked_for_again() throws Exception {
        api.answers(request -> switch (api.asked.size()) {
            case 1 -> Reply.of(503, "text/html", "<html>Sorry</html>");
            case 2 -> Reply.of(200, "text/html", "<html>Please log in</html>");
            case 3 -> page("{\"id\":\"1\"}", null).half();
            case 4 -> Reply.json("{\"clients\":[{\"id\":\"1\"");
            case 5 -> Reply.of(429, "text/plain", "").with("Retry-After", "0");
            default -> page("{\"id\":\"1\"}", null);
        });

        try (Staging staging = books(CLIENTS).read()) {
            assertThat(staging.count("client")).isEqualTo(1);
        }
        assertThat(api.asked).hasSize(6);
    }

    @Test
    void a_list_that_turns_in_a_circle_ends_with_a_problem() throws Exception {
        api.answers(request -> page("{\"id\":\"1\"}", "/clients?page=1"));
        assertThat(code(books(CLIENTS))).isEqualTo("page-loop");

        api.answers(request -> page("", "/clients?page=" + api.asked.size()));
        assertThat(code(new Books(folder.resolve("empty"), api.base(), CLIENTS)))
                .isEqualTo("page-loop");
    }

    @Test
    void a_page_without_end_is_refused() throws Exception {
        api.answers(request -> Reply.json("{\"clients\":[\"" + "x".repeat(10_000_000) + "\"]}"));

        assertThat(code(books(CLIENTS))).isEqualTo("page-too-large");
    }

    @Test
    void hostile_json_is_no_answer() throws Exception {
        api.answers(request -> Reply.json("{\"clients\":" + "[".repeat(100_000)));

        assertThat(code(books(CLIENTS))).isEqualTo("source-unreachable");
    }

    @Test
    void what_the_key_may_not_see_is_told_and_the_rest_is_read() throws Exception {
        String two = CLIENTS
                + "  visits: { path: /visits, records: /visits, into: visit, columns: { id: /id, client_id: /client_id } }\n";
        api.answers(request -> request.path().equals("/visits")
                ? Reply.of(403, "application/json", "{}")
                : page("{\"id\":\"1\"}", null, 3));

        try (Staging staging = books(two).read()) {
            assertThat(staging.findings())
                    .filteredOn(finding -> finding.severity() == Finding.Severity.STOP)
                    .extracting(finding ->
                            finding.problem().code() + " " + finding.problem().place())
                    .containsExactly("fewer-than-told books clients", "object-hidden books visits");
            assertThat(staging.count("client")).isEqualTo(1);
            assertThat(staging.proof().whole("visit")).isFalse();
        }
    }

    @Test
    void a_key_that_is_not_known_ends_the_verb_at_once() throws Exception {
        api.answers(request -> Reply.of(401, "application/json", "{}"));

        assertThat(code(books(CLIENTS))).isEqualTo("source-key-refused");
        assertThat(api.asked).hasSize(1);
    }

    private Books books(String rest) {
        return new Books(folder, api.base(), rest);
    }

    private static RunProblem refusal(Books books) {
        return catchThrowableOfType(RunProblem.class, () -> books.read().close());
    }

    private static String code(Books books) {
        return refusal(books).problem().code();
    }

    private static Reply page(String records, @Nullable String next) {
        return page(records, next, 1);
    }

    private static Reply page(String records, @Nullable String next, int total) {
        String links = next == null ? "{}" : "{\"next\":\"" + next + "\"}";
        return Reply.json("{\"clients\":[" + records + "],\"total_entries\":" + total + ",\"links\":" + links + "}");
    }
}
