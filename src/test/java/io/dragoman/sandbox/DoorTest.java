package io.dragoman.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who is let in, and what the control paths tell. */
class DoorTest {
    private final Sandbox sandbox = Sandbox.start(SandboxSettings.defaults().withRecord(true));
    private final Client client = new Client(sandbox);

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private HttpResponse<String> plain(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(sandbox.baseUrl() + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void a_wrong_token_is_answered_with_401() {
        var got = new Client(sandbox, "wrong").get("/api/v2/persons");
        assertThat(got.status()).isEqualTo(401);
        assertThat(got.json().path("errorCode").asInt()).isEqualTo(401);
        assertThat(got.header("x-401-by-gw")).isNotEmpty();
    }

    @Test
    void a_bearer_header_is_as_good_and_a_token_in_the_query_is_not() throws Exception {
        assertThat(plain("/api/v2/persons", "Authorization", "Bearer " + sandbox.token())
                        .statusCode())
                .isEqualTo(200);
        assertThat(plain("/api/v2/persons?api_token=" + sandbox.token()).statusCode())
                .isEqualTo(401);
        assertThat(plain("/api/v2/persons").statusCode()).isEqualTo(401);
    }

    @Test
    void it_listens_on_the_loopback_address_alone() {
        assertThat(sandbox.baseUrl().toString()).startsWith("http://127.0.0.1:");
    }

    @Test
    void control_paths_need_no_token_and_cost_nothing() throws Exception {
        client.make("/api/v2/persons", "{'name':'A'}");
        var stats = plain("/_sandbox/stats");
        assertThat(stats.statusCode()).isEqualTo(200);
        assertThat(stats.body()).contains("\"requests\":1", "\"tokensSpent\":5", "\"persons.create\":1");
        assertThat(plain("/_sandbox/dump").body()).contains("\"name\":\"A\"");
        assertThat(plain("/_sandbox/requests").body()).contains("/api/v2/persons");
        assertThat(sandbox.stats().requests()).isEqualTo(1);
    }

    @Test
    void requests_and_answers_are_kept_when_asked_for() {
        client.post("/api/v2/persons", "{'name':'A'}");
        client.get("/api/v2/persons?limit=5");
        assertThat(sandbox.requests()).hasSize(2);
        RecordedRequest first = sandbox.requests().get(0);
        assertThat(first.method()).isEqualTo("POST");
        assertThat(first.body()).isEqualTo("{\"name\":\"A\"}");
        assertThat(first.status()).isEqualTo(200);
        assertThat(first.answer()).contains("\"first_name\"");
        assertThat(sandbox.requests().get(1).path()).isEqualTo("/api/v2/persons?limit=5");
        assertThat(sandbox.requests().toString()).doesNotContain(sandbox.token());
    }

    @Test
    void a_reset_gives_a_new_account() {
        String code = client.field("person", "text", "");
        client.make("/api/v2/persons", "{'name':'A'}");
        assertThat(client.post("/_sandbox/reset", "").status()).isEqualTo(200);
        assertThat(sandbox.stats().requests()).isZero();
        assertThat(sandbox.requests()).isEmpty();
        assertThat(client.get("/api/v2/persons").data()).isEmpty();
        assertThat(client.field("person", "text", "")).isNotEqualTo(code);
    }
}
