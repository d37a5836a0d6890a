package io.dragoman.app;

import static io.dragoman.app.DemoAccount.row;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dragoman.sandbox.Sandbox;
import io.dragoman.sandbox.cliniko.Clinic;
import io.dragoman.sandbox.cliniko.ClinikoSandbox;
import io.dragoman.sandbox.cliniko.ClinikoSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Consumer;

/** A clinic whose source is a stand-in of Cliniko's API. */
final class ClinikoDemo implements DemoSource {
    private static final String IN_BOTH = "frankie.specimen@example.com";
    private static final String ONLY_IN_CLINIKO = "emery.prototype@example.com";
    private static final String LOG = "Communication log";

    private static final String MIGRATION = """
            migration: lakeshore-physio
            mappings: cliniko-to-pipedrive
            source:
              system: cliniko
              channel: rest
              base-url: %s
              api-key: ${file:%s}
              contact: it@lakeshore.example
              region: CA
              time-zone: America/Toronto
              currency: CAD
            target:
              system: pipedrive
              base-url: %s
              token: ${file:%s}
              plan: unlimited
            ledger: jdbc:hsqldb:file:data/lakeshore-physio/ledger
            privacy:
              mode: baa
              agreement: { reference: DEMO-1, date: 2026-01-15 }
              allow: [insurance, financial, clinical]
            owners:
              fallback: reception@lakeshore.example
            """;

    private final DemoFolder folder;
    private final ClinikoSandbox cliniko;

    ClinikoDemo(Home home) {
        this.folder = DemoFolder.fresh(home, "lakeshore-physio");
        this.cliniko = ClinikoSandbox.start(Clinic.in(folder.source()), ClinikoSettings.defaults());
    }

    @Override
    public String title() {
        return "An invented clinic";
    }

    @Override
    public String practice() {
        return "Lakeshore Physio";
    }

    @Override
    public String system() {
        return "Cliniko";
    }

    /** One practitioner has left, another never got a user. */
    @Override
    public List<String> users() {
        return List.of(
                "reception@lakeshore.example", "priya.menon@lakeshore.example", "robin.calloway@lakeshore.example");
    }

    @Override
    public MigrationFile migration(URI sandbox, String token, Home home) {
        Path key = folder.secret("cliniko-key", cliniko.key());
        Path secret = folder.secret("sandbox-token", token);
        return folder.migration(MIGRATION.formatted(cliniko.baseUrl(), key, sandbox, secret), home);
    }

    @Override
    public List<List<String>> rows(JsonNode dump) {
        DemoAccount account = new DemoAccount(dump);
        return List.of(
                row("C1", "Patients", "People", account.count("persons")),
                row("C2", "Practitioners", "Users who own people", account.owners()),
                row("C3", "Appointments, places in groups", "Activities", account.count("activities")),
                row("C4", "Treatment notes", "Notes", account.count("notes")),
                row("C5", "Invoices", "Fields on people", account.with("persons", "Invoice_Count__c")),
                row(
                        "C6",
                        "Insurance, as custom fields",
                        "Fields on people",
                        account.with("persons", "Insurance_Provider__c", "Insurance_Policy_Number__c")),
                row("C7", "Products, billable items, prices of types", "Products", account.count("products")),
                row("C8", "Attachments", "Files on people", account.count("files", file -> !isLog(file))),
                row("C9", "Appointment types", "Activity types in use", types(account)),
                row("C10", "Messages", "A log on each person", account.count("files", ClinikoDemo::isLog)));
    }

    private static boolean isLog(JsonNode file) {
        return file.path("name").asText().startsWith(LOG);
    }

    private static long types(DemoAccount account) {
        return account.stream("activities")
                .map(activity -> activity.path("type").asText())
                .distinct()
                .count();
    }

    @Override
    public String day() {
        return "the front desk mends a number in Pipedrive, two patients change in Cliniko";
    }

    /** One patient gets another number in both places, and another patient a new e-mail in Cliniko alone. */
    @Override
    public void dayPasses(Sandbox sandbox) throws InterruptedException {
        try {
            new FrontDesk(sandbox).mendsNumber(IN_BOTH, "+14165550199");
            Path patients = folder.source().resolve("patients.json");
            ObjectMapper json = new ObjectMapper();
            JsonNode all = json.readTree(patients.toFile());
            changed(all, IN_BOTH, patient -> number(patient, "14165550142"));
            changed(all, ONLY_IN_CLINIKO, patient -> patient.put("email", "emery@prototype.example"));
            json.writeValue(patients.toFile(), all);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void number(ObjectNode patient, String number) {
        ((ObjectNode) patient.path("patient_phone_numbers").get(0)).put("number", number);
    }

    private static void changed(JsonNode patients, String email, Consumer<ObjectNode> change) {
        for (JsonNode patient : patients) {
            if (patient.path("email").asText().equals(email)) {
                ObjectNode record = (ObjectNode) patient;
                change.accept(record);
                record.put(
                        "updated_at",
                        Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
                return;
            }
        }
        throw new IllegalStateException("the invented patient is not in the clinic");
    }

    @Override
    public void close() {
        cliniko.close();
    }
}
