package io.dragoman.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dragoman.sandbox.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What CONTRIBUTING says a new thing costs, paid: one file for an object, one line for a code. */
class NewThingsIT {
    private static final Path DEMO = Path.of("demo", "maple-street-dental").toAbsolutePath();

    private static final String PATIENT_FIELDS = """
            title: The practice's own fields become Activities
            from: dentrix.patient_field
            to: pipedrive.activity
            why: One practice keeps there what it wants to be reminded of.
            identity:
              lineage: [patient_id, field_name]
            fields:
              subject: { from: field_name, as: [collapse-space], phi: clinical, if-missing: quarantine }
              type: { as: [{ constant: task }], phi: none }
              note: { from: value, phi: clinical }
            links:
              person: { from: patient_id, through: patient-to-person, if-missing: quarantine }
            left-behind:
              value_type: All of them are shown as text.
            examples:
              - it: moves a field of a patient
                policy: { clinical: keep }
                given: { patient_id: "101", field_name: Favourite  flavour, value: Mint }
                linked: { patient-to-person: { "101": 7 } }
                expect: { subject: Favourite flavour, note: Mint, type: task, person: 7 }
            """;

    @TempDir
    Path folder;

    @Test
    void a_new_object_is_one_mapping_file() throws Exception {
        Path mappings = Files.createDirectory(folder.resolve("mappings"));
        try (Stream<Path> files = Files.list(Path.of("mappings", "dentrix-to-pipedrive"))) {
            for (Path file : files.toList()) {
                Files.copy(file, mappings.resolve(file.getFileName()));
            }
        }
        Files.writeString(mappings.resolve("patient-field-to-activity.yaml"), PATIENT_FIELDS);
        try (Sandbox sandbox = Sandbox.start(Migration.account())) {
            Migration migration = Migration.write(folder, DEMO, sandbox, "unlimited", Migration.BAA)
                    .replace("mappings: dentrix-to-pipedrive", "mappings: mappings");
            migration.prepare();
            Told told = Told.by(migration.succeed("run", "--output", "json"));
            assertThat(told.section("Records"))
                    .filteredOn(row -> row.get("What").startsWith("The practice's own"))
                    .singleElement()
                    .satisfies(row -> assertThat(row).containsEntry("Records", "14"))
                    .satisfies(row -> assertThat(row).containsEntry("created", "14"));
            assertThat(named(sandbox, "activities", "subject", "Favourite flavour"))
                    .hasSize(6)
                    .allSatisfy(activity ->
                            assertThat(activity.path("type").asText()).isEqualTo("task"));
        }
    }

    @Test
    void a_new_code_is_a_line_in_the_migration_file_and_what_waited_for_it_is_settled() throws Exception {
        CopiedExport export = CopiedExport.into(folder.resolve("export"));
        export.addText("definitions.csv", "treatment_plan_status,on_hold,On hold,\n");
        export.change("treatment_plans.csv", "921", "status", "on_hold");
        try (Sandbox sandbox = Sandbox.start(Migration.account())) {
            Migration migration = Migration.write(folder, export.folder(), sandbox, "unlimited", Migration.BAA);
            migration.prepare();
            assertThat(migration.run("run").code()).isEqualTo(2);
            assertThat(setAside(migration))
                    .contains("treatment-plan-to-deal 921 value-not-mapped")
                    .allMatch(entry -> entry.contains(" 921"));

            migration.replace("overrides: { waive: [sample-missing] }", """
                    overrides:
                      waive: [sample-missing]
                      values:
                        treatment-plan-stages: { on_hold: Accepted, proposed: Accepted }
                        treatment-plan-outcomes: { on_hold: open }
                    """);
            Program.Ended unsigned = migration.run("quarantine", "replay");
            assertThat(unsigned.code()).isEqualTo(3);
            assertThat(unsigned.err()).contains("approval-void");
            migration.succeed("approve", "--as", "mapping", "--by", "Test Person");
            migration.succeed("quarantine", "replay");
            assertThat(setAside(migration)).isEmpty();
            assertThat(stageOf(sandbox, "Wide jaw picture and two seals")).isEqualTo("Accepted");
            assertThat(stageOf(sandbox, "Whitening, both jaws")).isEqualTo("Proposed");

            migration.succeed("run");
            assertThat(stageOf(sandbox, "Whitening, both jaws")).isEqualTo("Accepted");
        }
    }

    private static List<String> setAside(Migration migration) throws IOException, InterruptedException {
        return Told.by(migration.succeed("quarantine", "list", "--output", "json")).section("Set aside").stream()
                .map((Map<String, String> row) -> row.get("Mapping") + " " + row.get("Key") + " " + row.get("Code"))
                .toList();
    }

    private static String stageOf(Sandbox sandbox, String deal) {
        String id =
                named(sandbox, "deals", "title", deal).get(0).path("stage_id").asText();
        return named(sandbox, "stages", "id", id).get(0).path("name").asText();
    }

    private static List<JsonNode> named(Sandbox sandbox, String kind, String field, String value) {
        List<JsonNode> found = new ArrayList<>();
        sandbox.dump().path(kind).forEach(one -> {
            if (one.path(field).asText().equals(value)) {
                found.add(one);
            }
        });
        return found;
    }
}
