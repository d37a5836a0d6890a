package io.dragoman.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dragoman.sandbox.Faults;
import io.dragoman.sandbox.Sandbox;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ledger, source and account held against each other after people, the network and the source did what they do. */
class ReconcileIT {
    private static final long CELIA = 3;

    @TempDir
    Path folder;

    private Sandbox sandbox;
    private CopiedExport export;
    private Migration migration;
    private PersonAtWork celia;

    @BeforeEach
    void prepare() throws Exception {
        export = CopiedExport.into(folder.resolve("export"));
        sandbox = Sandbox.start(Migration.account());
        celia = PersonAtWork.of(sandbox, CELIA);
        migration = Migration.write(folder, export.folder(), sandbox, "unlimited", Migration.BAA);
        migration.prepare();
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void what_people_and_the_source_changed_is_found_and_nothing_else() throws Exception {
        migration.succeed("run");
        long forecast = Told.by(migration.succeed("reconcile", "--preview", "--who", "0", "--output", "json"))
                .section("What looking would cost")
                .stream()
                .mapToLong(row -> Long.parseLong(row.get("Tokens")))
                .sum();
        long spent = sandbox.stats().tokensSpent();
        Told first = Told.by(migration.run("reconcile", "--output", "json"));
        assertThat(sandbox.stats().tokensSpent() - spent).isEqualTo(forecast);
        assertThat(mismatches(first)).isEmpty();

        JsonNode people = sandbox.dump().path("persons");
        String edited = people.path(0).path("id").asText();
        celia.change("v2/persons/" + edited, "{'name':'Somebody Else'}");
        celia.delete("v2/persons/" + people.path(1).path("id").asText());
        celia.make("v2/persons", copyOf(people.path(2)));
        celia.make("v2/persons", copyOf(people.path(3)).replace(keyOf(people.path(3)), "no-such-key"));
        export.change("patients.csv", keyOf(people.path(4)), "home_phone", "(918) 555-0199");
        Told told = Told.by(migration.run("reconcile", "--output", "json"));
        assertThat(mismatches(told))
                .containsOnly(
                        Map.entry("edited", "1"),
                        Map.entry("deleted", "1"),
                        Map.entry("doubled", "1"),
                        Map.entry("unknown", "1"),
                        Map.entry("source-changed", "1"));
        assertThat(told.section("The first of: edited"))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("Id in the account", edited)
                        .containsEntry("Fields", "name")
                        .hasEntrySatisfying("Changed by", by -> assertThat(by).startsWith("name: Celia Oakham, 20")));
        String table = Files.readString(folder.resolve("data/test-practice/reports/reconcile-" + told.run() + ".csv"));
        assertThat(table.lines()).hasSize(6);
        assertThat(table).doesNotContain("Somebody Else");
        assertThat(migration.run("reconcile").code()).isEqualTo(2);
    }

    @Test
    void what_a_run_that_broke_off_lost_or_doubled_is_healed_and_the_work_of_people_stays() throws Exception {
        long before = writes();
        sandbox.faults().onWrite(before + 3, Faults.Kind.LATE_COMMIT);
        sandbox.faults().onWrite(before + 9, Faults.Kind.TEXT_CUT_SHORT);
        sandbox.faults().onWrite(before + 70, Faults.Kind.LOST_ANSWER_AFTER_COMMIT);
        sandbox.faults().onWrite(before + 85, Faults.Kind.PAYMENT_402);
        assertThat(migration.run("run").code()).isEqualTo(3);
        JsonNode people = sandbox.dump().path("persons");
        PersonAtWork.withOurToken(sandbox)
                .delete("v2/persons/" + people.path(1).path("id").asText());
        celia.change("v2/organizations/" + celia.first("organizations"), "{'name':'Somebody Else'}");

        Map<String, String> found = mismatches(Told.by(migration.run("reconcile", "--output", "json")));
        found.remove("source-new");
        assertThat(found)
                .containsOnly(
                        Map.entry("lost", "1"),
                        Map.entry("copied", "1"),
                        Map.entry("edited", "1"),
                        Map.entry("differs", "1"),
                        Map.entry("in-doubt", "1"));
        Told healed = Told.by(migration.run("reconcile", "--heal", "--output", "json"));
        assertThat(healed.section("Healed")).hasSizeGreaterThanOrEqualTo(3);
        assertThat(mismatches(Told.by(migration.run("reconcile", "--output", "json")))
                        .keySet())
                .containsExactlyInAnyOrder("edited", "source-new");
        migration.succeed("run");
        assertThat(mismatches(Told.by(migration.run("reconcile", "--output", "json"))))
                .containsOnly(Map.entry("edited", "1"));
        migration.succeed("rollback", "--run", healed.run(), "--yes");
    }

    @Test
    void a_field_that_was_deleted_and_made_anew_is_filled_again() throws Exception {
        migration.succeed("run");
        AccountPicture before = new AccountPicture(sandbox.dump());
        String code = codeOf("Preferred_Name__c");
        celia.delete("v2/personFields/" + code);
        migration.succeed("prepare");
        Map<String, String> found = mismatches(Told.by(migration.run("reconcile", "--output", "json")));
        assertThat(found).containsOnlyKeys("emptied");
        migration.succeed("reconcile", "--heal");
        migration.succeed("reconcile");
        assertThat(before.differences(new AccountPicture(sandbox.dump()))).isEmpty();
        assertThat(codeOf("Preferred_Name__c")).isNotEqualTo(code);
    }

    @Test
    void what_people_deleted_is_written_again_only_when_asked() throws Exception {
        migration.succeed("run");
        AccountPicture before = new AccountPicture(sandbox.dump());
        celia.delete("v2/persons/" + celia.first("persons"));
        celia.delete("v2/deals/" + celia.first("deals"));
        assertThat(migration.run("reconcile", "--heal").code()).isEqualTo(2);
        assertThat(before.differences(new AccountPicture(sandbox.dump()))).isNotEmpty();
        migration.succeed("reconcile", "--recreate");
        assertThat(before.differences(new AccountPicture(sandbox.dump()))).isEmpty();
        migration.succeed("reconcile");
    }

    private long writes() {
        return sandbox.stats().writes().values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /** Number of records by mismatch. */
    static Map<String, String> mismatches(Told told) {
        Map<String, String> counts = new TreeMap<>();
        told.section("Where they do not agree").forEach(row -> counts.put(row.get("Mismatch"), row.get("Records")));
        return counts;
    }

    private String codeOf(String field) {
        for (JsonNode one : sandbox.dump().path("personFields")) {
            if (one.path("field_name").asText().equals(field)) {
                return one.path("field_code").asText();
            }
        }
        throw new AssertionError("no field " + field);
    }

    private String keyOf(JsonNode person) {
        return person.path("custom_fields").path(codeOf("Source_Patient_ID__c")).asText();
    }

    /** What a person makes who duplicates a record on the web page. */
    private String copyOf(JsonNode person) {
        return "{\"name\":" + person.path("name") + ",\"custom_fields\":{\"" + codeOf("Source_Patient_ID__c") + "\":\""
                + keyOf(person) + "\"}}";
    }
}
