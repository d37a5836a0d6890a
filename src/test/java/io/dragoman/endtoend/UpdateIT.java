package io.dragoman.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dragoman.sandbox.RecordedRequest;
import io.dragoman.sandbox.Sandbox;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What changes at the source between two runs, and taking back one of them. */
class UpdateIT {
    private static final String PATIENT = "102";

    @TempDir
    Path folder;

    @Test
    void a_changed_row_is_one_patch_of_what_changed_and_each_run_can_be_taken_back() throws Exception {
        CopiedExport export = CopiedExport.into(folder.resolve("export"));
        try (Sandbox sandbox = Sandbox.start(Migration.account().withRecord(true))) {
            JsonNode before = sandbox.dump();
            Migration migration = Migration.write(folder, export.folder(), sandbox, "unlimited", "");
            migration.prepare();
            JsonNode prepared = sandbox.dump();
            String first = Told.by(migration.succeed("run", "--output", "json")).run();
            JsonNode moved = sandbox.dump();

            export.change("patients.csv", PATIENT, "home_phone", "(918) 555-0199");
            long seen = sandbox.stats().requests();
            String second =
                    Told.by(migration.succeed("run", "--output", "json")).run();
            assertThat(writesAfter(sandbox, seen))
                    .singleElement()
                    .satisfies(request -> assertThat(request.method()).isEqualTo("PATCH"))
                    .satisfies(request -> assertThat(
                                    new ObjectMapper().readTree(request.body()).fieldNames())
                            .toIterable()
                            .containsExactly("phones"));
            assertThat(sandbox.dump().toString()).contains("+19185550199");

            migration.succeed("rollback", "--run", second, "--yes");
            assertThat(sandbox.dump()).isEqualTo(moved);
            migration.succeed("rollback", "--run", first, "--yes");
            assertThat(sandbox.dump()).isEqualTo(prepared);
            migration.succeed("rollback", "--yes");
            assertThat(sandbox.dump()).isEqualTo(before);
        }
    }

    @Test
    void people_are_linked_to_an_employer_that_arrives_after_them() throws Exception {
        CopiedExport export = CopiedExport.into(folder.resolve("export"));
        String employer = export.column("employers.csv", "employer_id").get(0);
        String name = export.column("employers.csv", "name").get(0);
        export.change("employers.csv", employer, "name", "");
        try (Sandbox sandbox = Sandbox.start(Migration.account().withRecord(true))) {
            Migration migration = Migration.write(folder, export.folder(), sandbox, "unlimited", "");
            migration.prepare();
            assertThat(migration.run("run").code()).isEqualTo(2);
            long seen = sandbox.stats().requests();
            migration.run("run");
            assertThat(writesAfter(sandbox, seen)).isEmpty();

            export.change("employers.csv", employer, "name", name);
            migration.run("run");
            List<RecordedRequest> writes = writesAfter(sandbox, seen);
            assertThat(writes.get(0).path()).isEqualTo("/api/v2/organizations");
            assertThat(writes.subList(1, writes.size()))
                    .isNotEmpty()
                    .allSatisfy(request ->
                            assertThat(request.method() + request.path()).startsWith("PATCH/api/v2/persons/"));
            seen = sandbox.stats().requests();
            migration.run("run");
            assertThat(writesAfter(sandbox, seen)).isEmpty();
        }
    }

    private static List<RecordedRequest> writesAfter(Sandbox sandbox, long seen) {
        return sandbox.requests().stream()
                .filter(request -> request.number() > seen)
                .filter(request -> !request.method().equals("GET"))
                .toList();
    }
}
