package io.dragoman.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dragoman.app.InService;
import io.dragoman.sandbox.Sandbox;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service over REST: every verb, every path, and nothing without the token. */
class ServeIT {
    private static final Path DESCRIPTION = Path.of("docs", "openapi.json");

    /** The first phase of the office's run. */
    private static final String UNDER_WAY = "\"mapping\":\"client-to-person\"";

    @TempDir
    Path folder;

    @Test
    void a_migration_goes_its_whole_way_over_rest_and_the_description_is_true() throws Exception {
        try (Sandbox sandbox = Sandbox.start(Migration.account())) {
            Office office = Office.open(folder, sandbox);
            office.write("files/plan.pdf", "a plan");
            office.document("1", "7", "Plan", "files/plan.pdf");
            try (InService service = office.serve()) {
                assertThat(service.said()).doesNotContain(Office.SERVICE_TOKEN).doesNotContain(sandbox.token());
                Asking asking = new Asking(service.port(), Office.SERVICE_TOKEN);

                asking.does("office", "approve", "{\"as\": \"mapping\", \"by\": \"Test Person\"}");
                asking.does("office", "prepare", "{}");
                sandbox.holdAfter(1);
                String run = asking.order("office", "run", "{}");
                List<String> events = asking.events("office", run, line -> {
                    if (line.contains(UNDER_WAY)) {
                        sandbox.letGo();
                    }
                });
                assertThat(events.get(events.size() - 1)).isEqualTo("data: {\"state\":\"done\"}");
                assertThat(events).anyMatch(line -> line.contains(UNDER_WAY));
                JsonNode over = asking.order("office", run);
                assertThat(over.path("exitCode").asInt()).isZero();
                assertThat(asking.get("/api/migrations/office/reports/"
                                        + over.path("report").asText())
                                .body())
                        .contains(over.path("told").asText().substring(0, 20));
                assertThat(asking.get("/api/migrations/office/runs/"
                                        + over.path("run").asText())
                                .json()
                                .path("state")
                                .asText())
                        .isEqualTo("done");
                JsonNode again = asking.does("office", "delta", "{\"no-wait\": true}");
                assertThat(again.path("told").asText()).startsWith("0 records created, 0 updated");

                slips_are_told_by_their_code(asking);
                every_path_answers_as_described_and_without_a_token_only_health_does(service, asking);
                figures_are_there(asking);
                assertThat(sandbox.dump().path("persons").size()).isPositive();
                asking.does("office", "rollback", "{\"confirm\": \"office\"}");
                assertThat(sandbox.dump().path("persons").size()).isZero();
            }
        }
    }

    private static void slips_are_told_by_their_code(Asking asking) throws Exception {
        String acme = "/api/migrations/office";
        assertThat(asking.ask("POST", acme + "/run", "{\"token\": \"x\"}").codes())
                .containsExactly("option-unknown");
        assertThat(asking.ask("POST", acme + "/run", "{\"no-wait\": 1}").codes())
                .containsExactly("option-wrong");
        assertThat(asking.ask("POST", acme + "/run", "[]").codes()).containsExactly("body-wrong");
        assertThat(asking.ask("POST", acme + "/approve", "{}").codes()).contains("option-missing");
        assertThat(asking.ask("POST", acme + "/rollback", "{}").codes()).containsExactly("not-confirmed");
        assertThat(asking.ask("POST", acme + "/rollback", "{\"yes\": true, \"confirm\": \"office\"}")
                        .codes())
                .containsExactly("option-unknown");
        JsonNode refused = asking.awaitOver("office", asking.order("office", "run", "{\"plan\": \"r999\"}"));
        assertThat(refused.path("state").asText()).isIn("refused", "failed");
        assertThat(refused.path("told").asText()).contains("plan-");
        assertThat(asking.get("/api/migrations/office/reports/..%2F..%2Fmigration.yaml")
                        .status())
                .isEqualTo(404);
        assertThat(asking.get("/api/migrations/other").status()).isEqualTo(404);
    }

    /** Walks over the description: what it names answers as it says, what it does not name is not there. */
    private static void every_path_answers_as_described_and_without_a_token_only_health_does(
            InService service, Asking asking) throws Exception {
        String described = asking.get("/api/openapi.json").body();
        if (Boolean.getBoolean("dragoman.update")) {
            Files.writeString(DESCRIPTION, described);
        }
        assertThat(described)
                .as("docs/openapi.json is as it is served; write it anew with -Ddragoman.update=true")
                .isEqualTo(Files.readString(DESCRIPTION));
        JsonNode description = new ObjectMapper().readTree(described);
        Asking nobody = new Asking(service.port(), null);
        Asking wrong = new Asking(service.port(), "another-token-altogether");
        List<String> open = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : description.path("paths").properties()) {
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                String method = operation.getKey().toUpperCase(java.util.Locale.ROOT);
                String address = path.getKey().replaceAll("\\{[a-z]+}", "none");
                int told = asking.ask(method, address, "{}").status();
                assertThat(operation.getValue().path("responses").has(String.valueOf(told)))
                        .as(method + " " + address + " answers " + told)
                        .isTrue();
                int closed = nobody.ask(method, address, "{}").status();
                if (closed == 401) {
                    assertThat(wrong.ask(method, address, "{}").status()).isEqualTo(401);
                } else {
                    open.add(path.getKey());
                }
            }
        }
        assertThat(open).containsExactly("/health/live", "/health/ready");
        assertThat(nobody.get("/").status()).isEqualTo(401);
        assertThat(asking.get("/api/nothing").status()).isEqualTo(404);
        assertThat(asking.ask("DELETE", "/api/migrations/office", null).status())
                .isIn(404, 405);
    }

    private static void figures_are_there(Asking asking) throws Exception {
        assertThat(asking.get("/metrics").body())
                .contains("dragoman_records_total{fate=\"created\",mapping=\"client-to-person\",migration=\"office\"}")
                .contains("dragoman_requests_seconds_bucket")
                .doesNotContain(Migration.TOKEN);
        JsonNode ready = asking.get("/health/ready").json();
        assertThat(ready.path("ready").asBoolean()).as(ready.toString()).isTrue();
    }
}
