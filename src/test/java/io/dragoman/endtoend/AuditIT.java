package io.dragoman.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dragoman.sandbox.Sandbox;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was set aside and why, where a value came from, and the log of it all in the hands of others. */
class AuditIT {
    private static final String EMPLOYER = "31";
    private static final String PATIENT = "103";

    @TempDir
    Path folder;

    @Test
    void what_was_set_aside_is_replayed_explained_and_handed_on() throws Exception {
        CopiedExport export = CopiedExport.into(folder.resolve("export"));
        String name = export.column("employers.csv", "name").get(0);
        export.change("employers.csv", EMPLOYER, "name", "");
        export.change("employers.csv", "33", "name", "");
        try (Sandbox sandbox = Sandbox.start(Migration.account().withRecord(true))) {
            Migration migration = Migration.write(folder, export.folder(), sandbox, "unlimited", "");
            migration.prepare();
            assertThat(migration.run("run").code()).isEqualTo(2);
            assertThat(setAside(migration, "list", "--mapping", "employer-to-organization"))
                    .containsExactlyInAnyOrder(EMPLOYER, "33");
            assertThat(setAside(migration, "list", "--code", "no-such-code")).isEmpty();
            String person = person(sandbox).path("id").asText();

            export.change("employers.csv", EMPLOYER, "name", name);
            long seen = sandbox.stats().requests();
            Program.Ended replay = migration.run("quarantine", "replay", "--key", EMPLOYER, "--output", "json");
            assertThat(replay.code()).as(replay.all()).isZero();
            assertThat(Told.by(replay).section("Left")).isNotEmpty();
            assertThat(changed(sandbox, seen)).as("who waited for the employer").contains("/api/v2/persons/" + person);
            assertThat(setAside(migration, "list", "--mapping", "employer-to-organization"))
                    .containsExactly("33");

            Files.writeString(
                    export.file("employers.csv"),
                    Files.readString(export.file("employers.csv")).replaceAll("(?m)^33,.*\\R", ""));
            migration.run("run");
            assertThat(Told.by(migration.succeed("quarantine", "show", "33", "--output", "json"))
                            .section("Set aside"))
                    .singleElement()
                    .satisfies(entry -> assertThat(entry.get("State")).contains("no more at the source"));

            theStoryOfAPersonIsToldWithoutTheirName(migration, person);
            whoSharesARecordAndWhoIsNotThereIsTold(migration);
            whatAPersonChangedIsSeenWhenTheAccountIsAsked(migration, sandbox, person);
            theLogHoldsInOtherHandsAndAChangeShows(migration);
        }
    }

    private static void theStoryOfAPersonIsToldWithoutTheirName(Migration migration, String id)
            throws IOException, InterruptedException {
        Program.Ended ended = migration.succeed("explain", "person/" + id, "--output", "json");
        Told told = Told.by(ended);
        assertThat(told.section("Made of")).singleElement().satisfies(made -> {
            assertThat(made.get("Key")).isEqualTo(PATIENT);
            assertThat(made.get("Where")).startsWith("patients.csv:4");
        });
        Map<String, String> field = row(told, "Fields", "Field", "name");
        assertThat(field.get("Mapping line")).contains("patient-to-person.yaml:");
        assertThat(field.get("At the source")).isEqualTo("Xxxxx | X | Xxxxxxxxxxx");
        assertThat(field.get("Written")).isEqualTo("Xxxxx X Xxxxxxxxxxx");
        assertThat(field.get("State")).isEqualTo("written as the source has it");
        assertThat(row(told, "Links", "Field", "Employer__c").get("Leads to now"))
                .startsWith("organization/");
        assertThat(told.section("Requests"))
                .extracting(request -> request.get("Verb") + " " + request.get("Did") + " " + request.get("Outcome"))
                .containsExactly("run create settled", "replay update settled");
        assertThat(told.section("Fields").stream()
                        .filter(one -> one.get("Class").equals("clinical")))
                .isNotEmpty()
                .allSatisfy(one -> assertThat(one)
                        .containsEntry("At the source", "")
                        .containsEntry("Written", "")
                        .containsEntry("State", "withheld by the policy"));
        assertThat(ended.all()).doesNotContain("Bellweather", "grace.bellweather", "555-0103", "1984");

        Told ofField = Told.by(migration.succeed(
                "explain", "patient-to-person/" + PATIENT, "name", "--output", "json", "--ledger-only"));
        assertThat(ofField.section("Fields")).hasSize(1);
        assertThat(ofField.section("Steps")).isEmpty();
        Told steps = Told.by(migration.succeed("explain", "patient-to-person/" + PATIENT, "name", "--output", "json"));
        assertThat(steps.section("Steps"))
                .extracting(step -> step.get("Step") + ": " + step.get("Out"))
                .containsExactly("join-words: Xxxxx X Xxxxxxxxxxx", "collapse-space: Xxxxx X Xxxxxxxxxxx");
        assertThat(migration.run("explain", "person/999999").err()).contains("record-unknown");
        assertThat(migration.run("explain", "person/" + id, "no_such_field").err())
                .contains("field-unknown");
    }

    private static void whoSharesARecordAndWhoIsNotThereIsTold(Migration migration)
            throws IOException, InterruptedException {
        Told shared = Told.by(
                migration.succeed("explain", "employer-to-organization/37", "--ledger-only", "--output", "json"));
        assertThat(shared.section("Made of"))
                .extracting(one -> one.get("Key") + " " + one.get("How"))
                .containsExactly("32 created", "37 joined");
        Told gone = Told.by(
                migration.succeed("explain", "employer-to-organization/33", "--ledger-only", "--output", "json"));
        assertThat(gone.section("Made of")).isEmpty();
        assertThat(gone.section("Set aside"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.get("State")).contains("no more at the source"));
    }

    private static void whatAPersonChangedIsSeenWhenTheAccountIsAsked(Migration migration, Sandbox sandbox, String id)
            throws IOException, InterruptedException {
        Told untouched =
                Told.by(migration.succeed("explain", "person/" + id, "--ask", "--ledger-only", "--output", "json"));
        assertThat(untouched.about("In the account now")).startsWith("As our last write left it.");
        HttpRequest change = HttpRequest.newBuilder(URI.create(sandbox.baseUrl() + "/api/v2/persons/" + id))
                .header("x-api-token", sandbox.token())
                .header("Content-Type", "application/json")
                .method("PATCH", HttpRequest.BodyPublishers.ofString("{\"name\":\"Another Example\"}"))
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(change, HttpResponse.BodyHandlers.discarding())
                        .statusCode())
                .isEqualTo(200);
        Told touched =
                Told.by(migration.succeed("explain", "person/" + id, "--ask", "--ledger-only", "--output", "json"));
        assertThat(touched.section("In the account now")).containsExactly(Map.of("Changed by somebody", "name"));
    }

    private void theLogHoldsInOtherHandsAndAChangeShows(Migration migration) throws Exception {
        Path to = folder.resolve("handed-on");
        Told exported = Told.by(migration.succeed("audit", "export", "--to", to.toString(), "--output", "json"));
        String signer = exported.section("Signed with").get(0).get("Short name");
        List<Path> logs = exported.section("Files").stream()
                .map(file -> Path.of(file.get("File")))
                .toList();
        assertThat(logs).hasSize(2);
        Program elsewhere = new Program(to, Map.of());
        for (Path log : logs) {
            String text = Files.readString(log);
            assertThat(text).contains("Test Person", "sample-missing").doesNotContain("Bellweather", "555-0103");
            elsewhere.succeed("audit", "verify", log.toString(), "--signer", signer);
            assertThat(elsewhere
                            .run("audit", "verify", log.toString(), "--signer", "0000-0000-0000-0000")
                            .code())
                    .isEqualTo(1);
            Path forged = Files.writeString(to.resolve("forged"), text.replaceFirst("settled", "refused"));
            Program.Ended wrong = elsewhere.run("audit", "verify", forged.toString());
            assertThat(wrong.code()).isEqualTo(1);
            assertThat(wrong.out()).contains("the line was changed");
        }
        assertThat(migration.succeed("audit", "verify").out()).contains("all as they were written");
    }

    private static JsonNode person(Sandbox sandbox) {
        for (JsonNode person : sandbox.dump().path("persons")) {
            if (person.path("name").asText().equals("Grace M Bellweather")) {
                return person;
            }
        }
        throw new AssertionError("she is not in the account");
    }

    private static List<String> changed(Sandbox sandbox, long seen) {
        return sandbox.requests().stream()
                .filter(request -> request.number() > seen && request.method().equals("PATCH"))
                .map(request -> request.path())
                .toList();
    }

    private static Map<String, String> row(Told told, String section, String column, String value) {
        return told.section(section).stream()
                .filter(row -> value.equals(row.get(column)))
                .findFirst()
                .orElseThrow(() -> new AssertionError(section + " has no " + value));
    }

    private static List<String> setAside(Migration migration, String... verb) throws IOException, InterruptedException {
        String[] words = new String[verb.length + 2];
        System.arraycopy(verb, 0, words, 0, verb.length);
        words[verb.length] = "--output";
        words[verb.length + 1] = "json";
        return Told.by(migration.succeed("quarantine", words)).section("Set aside").stream()
                .map(row -> row.get("Key"))
                .toList();
    }
}
