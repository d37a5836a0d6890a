package io.dragoman.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.dragoman.sandbox.Sandbox;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody changes the account's fields between prepare and run, or in the middle of one. */
class SchemaIT {
    private static final Path DEMO = Path.of("demo", "maple-street-dental").toAbsolutePath();
    private static final String KEY_FIELD = "Source_Patient_ID__c";

    @TempDir
    Path folder;

    @TempDir
    Path other;

    @Test
    void a_field_deleted_after_prepare_is_found_before_the_first_write_and_prepare_makes_it_again() throws Exception {
        try (Sandbox sandbox = Sandbox.start(Migration.account())) {
            Migration migration = Migration.write(folder, DEMO, sandbox, "unlimited", Migration.BAA);
            JsonNode empty = sandbox.dump();
            migration.prepare();
            change(sandbox, "DELETE", "v2/personFields/" + code(sandbox), "");
            Program.Ended refused = migration.run("run");
            assertThat(refused.code()).isEqualTo(3);
            assertThat(refused.err()).contains("field-gone", KEY_FIELD, "Run prepare");
            assertThat(sandbox.stats().writes()).doesNotContainKey("persons.create");
            assertThat(Told.by(migration.run("plan", "--output", "json")).section("Schema"))
                    .filteredOn(row -> row.get("State").equals("gone"))
                    .extracting(row -> row.get("What"))
                    .containsExactly("field/person/" + KEY_FIELD);

            migration.succeed("prepare");
            migration.succeed("run");
            migration.succeed("rollback", "--yes");
            assertThat(sandbox.dump()).isEqualTo(empty);
        }
    }

    @Test
    void a_field_renamed_after_prepare_is_filled_all_the_same_and_the_report_says_so() throws Exception {
        try (Sandbox sandbox = Sandbox.start(Migration.account())) {
            Migration migration = Migration.write(folder, DEMO, sandbox, "unlimited", Migration.BAA);
            migration.prepare();
            String code = code(sandbox);
            change(sandbox, "PATCH", "v2/personFields/" + code, "{\"field_name\":\"Chart number\"}");
            Told run = Told.by(migration.succeed("run", "--output", "json"));
            assertThat(run.section("Schema"))
                    .singleElement()
                    .satisfies(row -> assertThat(row)
                            .containsEntry("State", "renamed")
                            .containsEntry("Note", "is \"Chart number\" now"));
            assertThat(sandbox.dump().path("persons"))
                    .allSatisfy(person -> assertThat(
                                    person.path("custom_fields").path(code).asText())
                            .isNotEmpty());
        }
    }

    @Test
    void a_field_deleted_in_the_middle_of_a_run_stops_it_and_the_next_run_goes_on_after_prepare() throws Exception {
        try (Sandbox sandbox = Sandbox.start(Migration.account())) {
            Migration migration = Migration.write(folder, DEMO, sandbox, "unlimited", Migration.BAA);
            migration.prepare();
            String code = code(sandbox, "dealFields", "Source_Deal_ID__c");
            Program.Running running = migration.start("run");
            sandbox.holdAfter(70);
            running.awaitHeld(sandbox);
            assertThat(sandbox.stats().writes()).containsKey("persons.create").doesNotContainKey("deals.create");
            CompletableFuture<Integer> deletion = send(sandbox, "DELETE", "v2/dealFields/" + code, "");
            await().until(() -> !sandbox.dump().path("dealFields").toString().contains(code));
            sandbox.letGo();
            assertThat(deletion.get()).isEqualTo(200);
            Program.Ended ended = running.await();
            assertThat(ended.code()).isEqualTo(1);
            assertThat(ended.err()).contains("field-gone", "Source_Deal_ID__c");
            assertThat(migration.succeed("status").out()).contains("failed").doesNotContain("have no receipt");

            migration.succeed("prepare");
            migration.succeed("run");
            assertThat(new AccountPicture(sandbox.dump()).differences(undisturbed()))
                    .isEmpty();
        }
    }

    @Test
    void an_activity_type_that_the_account_gave_up_is_told_by_plan_with_file_and_line() throws Exception {
        try (Sandbox sandbox = Sandbox.start(Migration.account())) {
            Migration migration = Migration.write(folder, DEMO, sandbox, "unlimited", Migration.BAA);
            String meeting = "";
            for (JsonNode type : sandbox.dump().path("activityTypes")) {
                meeting = type.path("key_string").asText().equals("meeting")
                        ? type.path("id").asText()
                        : meeting;
            }
            change(sandbox, "DELETE", "v1/activityTypes/" + meeting, "");
            assertThat(Told.by(migration.run("plan", "--output", "json")).section("In the way of a run"))
                    .allSatisfy(row -> assertThat(row).containsEntry("Code", "label-unknown"))
                    .extracting(row -> row.get("Where"))
                    .anyMatch(where -> where.matches("appointment-to-activity\\.yaml:\\d+:\\d+"));
        }
    }

    @Test
    void fields_over_the_plans_cap_are_told_by_plan_and_none_of_them_is_made() throws Exception {
        try (Sandbox sandbox = Sandbox.start(Migration.account())) {
            for (int i = 0; i < 25; i++) {
                change(
                        sandbox,
                        "POST",
                        "v2/productFields",
                        "{\"field_name\":\"Ours " + i + "\",\"field_type\":\"text\"}");
            }
            Migration migration = Migration.write(folder, DEMO, sandbox, "lite", Migration.BAA);
            Program.Ended planned = migration.run("plan", "--output", "json");
            assertThat(planned.code()).isEqualTo(2);
            Told plan = Told.by(planned);
            assertThat(plan.section("In the way of a run"))
                    .extracting(row -> row.get("Code"))
                    .containsExactly("custom-fields-over-cap");
            assertThat(plan.section("Room in the account"))
                    .filteredOn(row -> row.get("What").startsWith("Custom fields"))
                    .singleElement()
                    .satisfies(row -> assertThat(row).containsEntry("Has", "25").containsEntry("Allowed", "30"))
                    .satisfies(row -> assertThat(row.get("State")).endsWith("too many"));
            assertThat(plan.section("Room in the account"))
                    .filteredOn(row -> row.get("What").startsWith("Deals"))
                    .singleElement()
                    .satisfies(row ->
                            assertThat(row).containsEntry("Allowed", "250,000").containsEntry("State", "fits"));

            migration.succeed("approve", "--as", "mapping", "--by", "Test Person");
            Program.Ended refused = migration.run("prepare");
            assertThat(refused.code()).isEqualTo(3);
            assertThat(refused.err()).contains("custom-fields-over-cap");
            assertThat(sandbox.dump().path("pipelines")).hasSize(1);
        }
    }

    private AccountPicture undisturbed() throws Exception {
        try (Sandbox sandbox = Sandbox.start(Migration.account())) {
            Migration migration = Migration.write(other, DEMO, sandbox, "unlimited", Migration.BAA);
            migration.prepare();
            migration.succeed("run");
            return new AccountPicture(sandbox.dump());
        }
    }

    private static String code(Sandbox sandbox) {
        return code(sandbox, "personFields", KEY_FIELD);
    }

    private static String code(Sandbox sandbox, String fields, String name) {
        for (JsonNode field : sandbox.dump().path(fields)) {
            if (field.path("field_name").asText().equals(name)) {
                return field.path("field_code").asText();
            }
        }
        throw new AssertionError(name + " is not in the account");
    }

    private static void change(Sandbox sandbox, String method, String path, String body) throws Exception {
        assertThat(send(sandbox, method, path, body).get()).isEqualTo(200);
    }

    /** Somebody's request, and the status of its answer. */
    private static CompletableFuture<Integer> send(Sandbox sandbox, String method, String path, String body) {
        HttpRequest request = HttpRequest.newBuilder(sandbox.baseUrl().resolve("/api/" + path))
                .header("x-api-token", sandbox.token())
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        return HttpClient.newHttpClient()
                .sendAsync(request, BodyHandlers.ofString())
                .thenApply(HttpResponse::statusCode);
    }
}
