package io.dragoman.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dragoman.sandbox.RecordedRequest;
import io.dragoman.sandbox.Sandbox;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What changed at the source since the run: new, changed, deleted; by a whole export and by one of changes. */
class DeltaIT {
    @TempDir
    Path folder;

    @Test
    void a_delta_brings_what_changed_and_reports_what_was_deleted_before_it_deletes_it() throws Exception {
        CopiedExport export = CopiedExport.into(folder.resolve("export"));
        try (Sandbox sandbox = Sandbox.start(Migration.account().withRecord(true))) {
            Migration migration = Migration.write(folder, export.folder(), sandbox, "unlimited", "");
            migration.replace("region: US", "region: US, complete: true");
            migration.prepare();
            assertThat(migration.run("delta").code()).isEqualTo(3);
            migration.succeed("run");

            String appointment =
                    export.column("appointments.csv", "appointment_id").get(0);
            export.change("patients.csv", "102", "home_phone", "(918) 555-0199");
            export.remove("appointments.csv", appointment);
            long seen = sandbox.stats().requests();
            Told told = Told.by(migration.succeed("delta", "--output", "json"));
            assertThat(writesAfter(sandbox, seen))
                    .extracting(RecordedRequest::method)
                    .containsExactly("PATCH");
            assertThat(told.section("Which were deleted at the source"))
                    .singleElement()
                    .satisfies(row -> assertThat(row)
                            .containsEntry("Key", appointment)
                            .containsEntry("What became of it", "reported"));

            migration.replace("owners:", "deleted: delete\nowners:");
            assertThat(migration.run("delta").err()).contains("approval-void");
            migration.prepare();
            seen = sandbox.stats().requests();
            migration.succeed("delta");
            assertThat(writesAfter(sandbox, seen))
                    .singleElement()
                    .satisfies(request -> assertThat(request.method()).isEqualTo("DELETE"))
                    .satisfies(request -> assertThat(request.path()).startsWith("/api/v2/activities/"));
            seen = sandbox.stats().requests();
            migration.succeed("delta");
            assertThat(writesAfter(sandbox, seen)).isEmpty();
        }
    }

    @Test
    void an_export_of_changes_is_put_over_the_whole_one() throws Exception {
        CopiedExport export = CopiedExport.into(folder.resolve("export"));
        try (Sandbox sandbox = Sandbox.start(Migration.account().withRecord(true))) {
            Migration migration = Migration.write(folder, export.folder(), sandbox, "unlimited", Migration.BAA);
            migration.replace("region: US", "region: US, changes: changes");
            migration.prepare();
            migration.succeed("run");
            String plan = "904"; // proposed, so its deal is open
            Path changes = Files.createDirectories(folder.resolve("changes/monday"));
            export.only("patients.csv", "102", Map.of("home_phone", "(918) 555-0177"), changes);
            Files.writeString(
                    changes.resolve("deletions.csv"), "file,key,deleted_at\ntreatment_plans.csv," + plan + ",\n");
            long seen = sandbox.stats().requests();
            migration.succeed("delta");
            assertThat(writesAfter(sandbox, seen)).isEmpty(); // it has no manifest yet, so it may still grow

            Files.writeString(
                    changes.resolve("manifest.json"),
                    "{\"layout\":\"dentrix-csv/1\",\"export\":\"changes\",\"exported_at\":\"2026-11-15T01:00:00Z\",\"files\":[]}");
            migration.replace("owners:", "deleted: { treatment-plan-to-deal: close }\nowners:");
            migration.prepare();
            export.add("recall_types.csv", Map.of("recall_type_id", "99", "name", "NEW", "interval_count", "6"));
            export.add("recalls.csv", Map.of("patient_id", "103", "recall_type_id", "99"));
            seen = sandbox.stats().requests();
            Told told = Told.by(migration.run("delta", "--output", "json"));
            assertThat(told.section("Set aside"))
                    .anySatisfy(row -> assertThat(row).containsEntry("Code", "option-unknown"));
            assertThat(told.section("Which were deleted at the source"))
                    .anySatisfy(row -> assertThat(row)
                            .containsEntry("Key", plan)
                            .containsEntry("Mapping", "treatment-plan-to-deal")
                            .containsEntry("What became of it", "closed"));
            assertThat(writesAfter(sandbox, seen))
                    .extracting(
                            request -> request.method() + " " + request.path().replaceAll("[0-9]+$", ""))
                    .contains("PATCH /api/v2/persons/", "PATCH /api/v2/deals/");
            JsonNode dump = sandbox.dump();
            assertThat(dump.toString()).contains("+19185550177", "Deleted at the source");
        }
    }

    private static List<RecordedRequest> writesAfter(Sandbox sandbox, long seen) {
        return sandbox.requests().stream()
                .filter(request -> request.number() > seen)
                .filter(request -> !request.method().equals("GET"))
                .toList();
    }
}
