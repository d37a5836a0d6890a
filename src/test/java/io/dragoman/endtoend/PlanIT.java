package io.dragoman.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dragoman.sandbox.Faults;
import io.dragoman.sandbox.Sandbox;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plan that is saved, and carried out exactly or not at all. */
class PlanIT {
    private static final String PATIENT = "102";

    @TempDir
    Path folder;

    @Test
    void a_run_does_exactly_what_its_plan_says_or_refuses_and_says_what_changed() throws Exception {
        CopiedExport export = CopiedExport.into(folder.resolve("export"));
        try (Sandbox sandbox = Sandbox.start(Migration.account())) {
            Migration migration = Migration.write(folder, export.folder(), sandbox, "unlimited", Migration.BAA);
            Told planned = Told.by(migration.succeed("plan", "--output", "json"));
            String plan = planned.run();
            assertThat(migration.run("run", "--plan", plan).code()).isEqualTo(3);
            migration.prepare();
            JsonNode prepared = sandbox.dump();

            String patients = Files.readString(export.file("patients.csv"));
            export.change("patients.csv", PATIENT, "home_phone", "(918) 555-0199");
            refused(migration, plan, "plan-stale", "source patients.csv");
            Files.writeString(export.file("patients.csv"), patients);

            migration.replace("fallback: reception@", "fallback: ana.castellan@");
            refused(migration, plan, "plan-stale", "owner (fallback)");
            migration.replace("fallback: ana.castellan@", "fallback: reception@");
            refused(migration, "r999", "plan-unknown", "plan --list");
            assertThat(sandbox.dump()).isEqualTo(prepared);

            Told run = Told.by(migration.succeed("run", "--plan", plan, "--output", "json"));
            assertThat(run.about("As planned"))
                    .contains(" 0 were not written, 0 were written otherwise. That is proven");
            assertThat(run.total("created")).isEqualTo(planned.total("created")).isPositive();
            refused(migration, plan, "plan-stale", "it was carried out by " + run.run());
            assertThat(migration.succeed("plan", "--list").out()).contains("carried out by " + run.run());
        }
    }

    @Test
    void a_diff_tells_every_field_and_no_protected_value() throws Exception {
        CopiedExport export = CopiedExport.into(folder.resolve("export"));
        try (Sandbox sandbox = Sandbox.start(Migration.account())) {
            Migration migration = Migration.write(folder, export.folder(), sandbox, "unlimited", Migration.BAA);
            migration.prepare();
            migration.succeed("run");
            export.change("patients.csv", PATIENT, "home_phone", "(918) 555-0199");
            export.change("patients.csv", PATIENT, "email", "=cmd@example.com");
            String plan = Told.by(migration.succeed("plan", "--diff", "--output", "json"))
                    .run();
            Path reports = folder.resolve("data/test-practice/reports");
            String sheet = Files.readString(reports.resolve("plan-diff.csv"));
            assertThat(sheet.lines()).hasSize(3);
            assertThat(sheet)
                    .contains("patient-to-person,102,update,emails,contact,changed")
                    .contains("patient-to-person,102,update,phones,contact,changed");
            String page = Files.readString(reports.resolve("plan-" + plan + ".html"));
            String lines = Files.readString(reports.resolve("plan-diff.jsonl"));
            for (String text : new String[] {sheet, page, lines}) {
                assertThat(text).doesNotContain("555-0199", "+1918", "cmd@", "walter");
            }
            Told one = Told.by(migration.succeed("plan", "--record", "patient-to-person/102", "--output", "json"));
            assertThat(one.section("Fields"))
                    .extracting(row -> row.get("Field"))
                    .containsExactly("emails", "phones");
            String unknown = "patient-to-person/no-such-key";
            assertThat(migration.succeed("plan", "--record", unknown).out()).contains("the source has no such record");
        }
    }

    @Test
    void an_interrupted_run_goes_on_with_its_plan_and_what_is_otherwise_by_then_is_set_aside() throws Exception {
        try (Sandbox sandbox = Sandbox.start(Migration.account())) {
            Office office = Office.open(folder, sandbox);
            for (int i = 0; i < 30; i++) {
                office.write("files/" + i + ".txt", "Text " + i);
                office.document("d" + i, "1", "", "files/" + i + ".txt");
            }
            office.prepare();
            String plan = Told.by(office.succeed("plan", "--output", "json")).run();
            sandbox.faults().fromRequest(sandbox.stats().requests() + 25, Faults.Kind.UNAUTHORIZED_401);
            assertThat(office.run("run", "--plan", plan).code()).isNotZero();
            sandbox.faults().clear();
            assertThat(records(sandbox)).isBetween(1L, 38L);

            office.write("files/29.txt", "Other text");
            Program.Ended ended = office.run("run", "--plan", plan, "--output", "json");
            assertThat(ended.code()).isEqualTo(2);
            Told run = Told.by(ended);
            assertThat(run.about("As planned"))
                    .contains("proposed 39 writes; 38 have a receipt", " 1 were not written, 0 were written otherwise");
            assertThat(run.section("Set aside")).containsExactly(Map.of("Code", "not-as-planned", "Records", "1"));
            assertThat(records(sandbox)).isEqualTo(38);
        }
    }

    private static long records(Sandbox sandbox) {
        JsonNode dump = sandbox.dump();
        return dump.path("persons").size() + dump.path("files").size();
    }

    private static void refused(Migration migration, String plan, String code, String why) throws Exception {
        Program.Ended ended = migration.run("run", "--plan", plan);
        assertThat(ended.code()).as(ended.all()).isEqualTo(3);
        assertThat(ended.err()).contains(code, why);
    }
}
