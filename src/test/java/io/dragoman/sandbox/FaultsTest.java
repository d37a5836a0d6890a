package io.dragoman.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaultsTest {
    private final Sandbox sandbox = Sandbox.start(SandboxSettings.defaults().withRecord(true));
    private final Client client = new Client(sandbox);

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private Client.Got create() throws IOException {
        return client.attempt("POST", "/api/v2/persons", "{'name':'A'}");
    }

    private int people() {
        return sandbox.dump().path("persons").size();
    }

    @Test
    void a_lost_answer_leaves_the_record_and_a_broken_connection() throws Exception {
        sandbox.faults().onWrite(2, Faults.Kind.LOST_ANSWER_AFTER_COMMIT);
        create();
        assertThatThrownBy(this::create).isInstanceOf(IOException.class);
        assertThat(people()).isEqualTo(2);
        assertThat(create().status()).isEqualTo(200);
        assertThat(sandbox.stats().faults()).containsExactly(Map.entry(Faults.Kind.LOST_ANSWER_AFTER_COMMIT, 1L));
        assertThat(sandbox.stats().writes()).containsEntry("persons.create", 3L);
        assertThat(sandbox.requests()).extracting(RecordedRequest::status).containsExactly(200, 0, 200);
    }

    @Test
    void from_the_nth_write_on_work_is_done_and_answers_wait_until_they_are_let_go() throws Exception {
        create();
        sandbox.holdAfter(2);
        assertThat(create().status()).isEqualTo(200);
        CompletableFuture<Integer> kept = CompletableFuture.supplyAsync(this::status);
        CompletableFuture<Integer> after = CompletableFuture.supplyAsync(this::status);
        Awaitility.await().until(() -> sandbox.held() == 2);
        assertThat(people()).isEqualTo(4);
        assertThat(kept).isNotDone();
        sandbox.letGo();
        assertThat(List.of(kept.get(), after.get())).containsOnly(200);
        assertThat(create().status()).isEqualTo(200);
    }

    private int status() {
        try {
            return create().status();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void a_reset_before_the_commit_leaves_nothing() {
        sandbox.faults().onWrite(1, Faults.Kind.RESET_BEFORE_COMMIT);
        assertThatThrownBy(this::create).isInstanceOf(IOException.class);
        assertThat(people()).isZero();
    }

    @Test
    void half_a_body_breaks_the_client_after_the_commit() {
        sandbox.faults().onWrite(1, Faults.Kind.HALF_BODY_AFTER_COMMIT);
        assertThatThrownBy(this::create).isInstanceOf(IOException.class);
        assertThat(people()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "HTTP_503,                503, application/json, 0",
        "HTTP_500_BEFORE_COMMIT,  500, application/json, 0",
        "HTTP_500_AFTER_COMMIT,   500, application/json, 1",
        "BURST_429,               429, application/json, 0",
        "BAN_403_HTML,            403, text/html,        0",
        "HTML_200_AFTER_COMMIT,   200, text/html,        1",
        "UNAUTHORIZED_401,        401, application/json, 0",
        "PAYMENT_402,             402, application/json, 0"
    })
    void a_fault_answers_its_status_and_commits_only_if_it_says_so(
            Faults.Kind kind, int status, String type, int records) throws Exception {
        sandbox.faults().onWrite(1, kind);
        var got = create();
        assertThat(got.status()).isEqualTo(status);
        assertThat(got.header("Content-Type")).startsWith(type);
        assertThat(people()).isEqualTo(records);
        assertThat(kind.afterCommit()).isEqualTo(records == 1);
        assertThat(create().status()).isEqualTo(200);
    }

    @Test
    void an_injected_429_says_when_to_come_back() throws Exception {
        sandbox.faults().onRequest(1, Faults.Kind.BURST_429);
        var got = create();
        assertThat(got.header("x-ratelimit-reset")).isEqualTo("1");
        assertThat(got.header("retry-after")).isEqualTo("1");
        assertThat(got.header("x-ratelimit-remaining")).isEqualTo("0");
        assertThat(sandbox.stats().refused429()).isEqualTo(1);
    }

    @Test
    void requests_are_numbered_apart_from_writes() throws Exception {
        sandbox.faults().onRequest(2, Faults.Kind.HTTP_503);
        sandbox.faults().onWrite(2, Faults.Kind.PAYMENT_402);
        assertThat(create().status()).isEqualTo(200);
        assertThat(client.get("/api/v2/persons").status()).isEqualTo(503);
        assertThat(create().status()).isEqualTo(402);
    }

    private static List<Integer> storm(long seed) throws IOException {
        try (Sandbox stormy = Sandbox.start(SandboxSettings.defaults())) {
            stormy.faults().random(seed, Map.of(Faults.Kind.HTTP_503, 0.3, Faults.Kind.HTTP_500_AFTER_COMMIT, 0.2));
            List<Integer> statuses = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                statuses.add(new Client(stormy)
                        .attempt("POST", "/api/v2/persons", "{'name':'A'}")
                        .status());
            }
            long after = statuses.stream().filter(status -> status != 503).count();
            assertThat(stormy.dump().path("persons")).hasSize((int) after);
            return statuses;
        }
    }

    @Test
    void chance_depends_on_the_seed_and_the_write_number_alone() throws Exception {
        List<Integer> once = storm(7);
        assertThat(once).contains(200, 503, 500);
        assertThat(storm(7)).isEqualTo(once);
        assertThat(storm(8)).isNotEqualTo(once);
    }

    @Test
    void cleared_faults_do_not_happen() throws Exception {
        sandbox.faults().onWrite(1, Faults.Kind.HTTP_503);
        sandbox.faults().random(1, Map.of(Faults.Kind.HTTP_503, 1.0));
        sandbox.faults().clear();
        assertThat(create().status()).isEqualTo(200);
    }

    @Test
    void faults_are_planned_over_http_too() throws Exception {
        client.post("/_sandbox/faults", "{'onWrite':[{'n':2,'kind':'HTTP_503'}],'random':{'seed':1,'probability':{}}}");
        assertThat(create().status()).isEqualTo(200);
        assertThat(create().status()).isEqualTo(503);
        assertThat(client.post("/_sandbox/faults", "{'onWrite':[{'n':1,'kind':'FIRE'}]}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void an_answer_can_be_lost_while_it_is_held() {
        try (Sandbox slow =
                Sandbox.start(SandboxSettings.defaults().withLatencyMillis(30).withJitterMillis(20))) {
            slow.faults().onWrite(1, Faults.Kind.LOST_ANSWER_AFTER_COMMIT);
            Client patient = new Client(slow);
            assertThatThrownBy(() -> patient.attempt("POST", "/api/v2/persons", "{'name':'A'}"))
                    .isInstanceOf(IOException.class);
            assertThat(patient.get("/api/v2/persons").data()).hasSize(1);
        }
    }
}
