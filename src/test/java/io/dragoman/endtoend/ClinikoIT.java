package io.dragoman.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dragoman.sandbox.Sandbox;
import io.dragoman.sandbox.SandboxSettings;
import io.dragoman.sandbox.cliniko.Clinic;
import io.dragoman.sandbox.cliniko.ClinikoSandbox;
import io.dragoman.sandbox.cliniko.ClinikoSettings;
import io.dragoman.sandbox.cliniko.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The invented clinic of the demo, from a stand-in of Cliniko, under the policy that holds when nobody signed an agreement. */
class ClinikoIT {
    private static final String FILE = """
            migration: clinic
            mappings: cliniko-to-pipedrive
            source:
              system: cliniko
              channel: rest
              base-url: %s
              api-key: ${env:CLINIKO_API_KEY}
              contact: it@lakeshore.example
              region: CA
              time-zone: America/Toronto
              currency: CAD
            target: { system: pipedrive, base-url: "%s", token: "${env:PIPEDRIVE_API_TOKEN}", plan: unlimited }
            ledger: jdbc:hsqldb:file:data/clinic/ledger
            owners: { fallback: ada@example.com }
            overrides: { waive: [sample-missing] }
            """;

    @TempDir
    Path folder;

    private Sandbox pipedrive;
    private ClinikoSandbox cliniko;

    @BeforeEach
    void a_clinic_and_an_account() {
        pipedrive = Sandbox.start(SandboxSettings.defaults());
        cliniko = clinic(Role.ADMINISTRATOR);
    }

    private static ClinikoSandbox clinic(Role role) {
        return ClinikoSandbox.start(
                Clinic.in(Path.of("demo", "lakeshore-physio")),
                ClinikoSettings.defaults().withRole(role));
    }

    @AfterEach
    void stop() {
        cliniko.close();
        pipedrive.close();
    }

    @Test
    void nothing_of_what_somebody_suffers_from_or_pays_leaves_the_clinic_without_an_agreement() throws Exception {
        Program program = program();
        String file = folder.resolve("migration.yaml").toString();
        program.succeed("plan", "--migration", file);
        int asked = cliniko.asked().size();
        program.succeed("approve", "--as", "mapping", "--by", "Test", "--migration", file);
        program.succeed("prepare", "--migration", file);
        program.succeed("run", "--migration", file);

        JsonNode account = pipedrive.dump();
        assertThat(account.path("persons")).hasSize(57);
        assertThat(account.path("activities")).hasSize(131);
        assertThat(account.path("notes")).isEmpty();
        assertThat(account.path("files")).isEmpty();
        assertThat(account.path("activities"))
                .allMatch(activity -> activity.path("type").asText().equals("meeting")
                        && activity.path("subject").asText().matches("(Appointment|Group appointment) with [^–]*"));
        assertThat(account.path("personFields"))
                .extracting(field -> field.path("field_name").asText())
                .contains("Practitioner__c")
                .noneMatch(name -> name.matches("(Invoice|Invoiced|Insurance|Medical|Appointment|Large)_.*"));
        assertThat(account.path("persons").toString()).doesNotContain("SM-0001234", "Member 0001234", "Pacemaker");
        assertThat(cliniko.asked()).as("run reads what plan has read").hasSize(asked);
        assertThat(cliniko.stats().credentialsShown()).isZero();
        assertThat(cliniko.stats().refused()).isZero();
    }

    @Test
    void lists_that_the_key_may_not_see_are_told_by_the_plan() throws Exception {
        cliniko.close();
        cliniko = clinic(Role.SCHEDULER);
        Program program = program();

        Program.Ended ended = program.run(
                "plan", "--migration", folder.resolve("migration.yaml").toString());

        assertThat(ended.all()).contains("object-hidden");
        assertThat(ended.code()).isNotZero();
    }

    private Program program() throws IOException {
        Files.writeString(folder.resolve("migration.yaml"), FILE.formatted(cliniko.baseUrl(), pipedrive.baseUrl()));
        return new Program(folder, Map.of("CLINIKO_API_KEY", cliniko.key(), "PIPEDRIVE_API_TOKEN", pipedrive.token()));
    }
}
