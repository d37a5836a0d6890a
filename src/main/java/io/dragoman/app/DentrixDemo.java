package io.dragoman.app;

import static io.dragoman.app.DemoAccount.row;

import com.fasterxml.jackson.databind.JsonNode;
import io.dragoman.sandbox.Sandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** A dental practice whose source is an export in CSV files. */
final class DentrixDemo implements DemoSource {
    private static final String IN_BOTH = "walter.abernathy@example.com";
    private static final String NUMBER_IN_BOTH = "(539) 555-0102";
    private static final String ONLY_IN_DENTRIX = "ruth.abernathy@example.com";

    private static final String MIGRATION = """
            migration: maple-street-dental
            mappings: dentrix-to-pipedrive
            source:
              system: dentrix
              channel: csv
              folder: %s
              region: US
              time-zone: America/Chicago
            target:
              system: pipedrive
              base-url: %s
              token: ${file:%s}
              plan: unlimited
            ledger: jdbc:hsqldb:file:data/maple-street-dental/ledger
            privacy:
              mode: baa
              agreement: { reference: DEMO-1, date: 2026-01-15 }
              allow: [insurance, financial, clinical]
            owners:
              fallback: reception@maplestreet.example
            """;

    private final DemoFolder folder;

    DentrixDemo(Home home) {
        this.folder = DemoFolder.fresh(home, "maple-street-dental");
    }

    @Override
    public String title() {
        return "An invented dental practice";
    }

    @Override
    public String practice() {
        return "Maple Street Dental";
    }

    @Override
    public String system() {
        return "Dentrix";
    }

    /** One dentist has left and is not among them. */
    @Override
    public List<String> users() {
        return List.of(
                "reception@maplestreet.example",
                "marian.hale@maplestreet.example",
                "julian.ortiz@maplestreet.example",
                "tess.bright@maplestreet.example");
    }

    @Override
    public MigrationFile migration(URI sandbox, String token, Home home) {
        Path secret = folder.secret("sandbox-token", token);
        return folder.migration(MIGRATION.formatted(folder.source(), sandbox, secret), home);
    }

    @Override
    public List<List<String>> rows(JsonNode dump) {
        DemoAccount account = new DemoAccount(dump);
        return List.of(
                row("D1", "Patients", "People", account.count("persons")),
                row(
                        "D2",
                        "Employers, referral sources",
                        "Organizations",
                        account.organizations("Employer", "Referral Source")),
                row("D3", "Providers", "Users who own people", account.owners()),
                row("D4", "Appointments", "Meetings", account.activities("meeting")),
                row("D5", "Treatment plans", "Deals with products", account.count("deals")),
                row("D6", "Insurance carriers", "Organizations", account.organizations("Insurance Carrier")),
                row("D7", "Procedure codes", "Products", account.count("products")),
                row("D8", "Recalls", "Tasks", account.activities("task")),
                row(
                        "D9",
                        "Alerts and notes",
                        "Fields on people",
                        account.with("persons", "Allergy_Alert__c", "Medical_Condition__c", "Medication_List__c")),
                row(
                        "D10",
                        "Balances and estimates",
                        "Fields on deals",
                        account.with("deals", "Insurance_Estimate__c", "Patient_Balance__c", "Adjustment__c")),
                row("D11", "Families", "Households", account.organizations("Household")),
                row("D12", "Images", "Archive links on people", account.with("persons", "Image_Archive_Link__c")));
    }

    @Override
    public String day() {
        return "the front desk mends a number in Pipedrive, two patients change in Dentrix";
    }

    /** One patient gets another number in both places, and another patient a new e-mail in Dentrix alone. */
    @Override
    public void dayPasses(Sandbox sandbox) throws InterruptedException {
        try {
            new FrontDesk(sandbox).mendsNumber(IN_BOTH, "+15395550199");
            Path patients = folder.source().resolve("patients.csv");
            Path manifest = folder.source().resolve("manifest.json");
            String before = sha256(patients);
            replace(patients, NUMBER_IN_BOTH, "(539) 555-0142");
            replace(patients, ONLY_IN_DENTRIX, "ruth@abernathy.example");
            replace(manifest, before, sha256(patients));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void replace(Path file, String from, String to) throws IOException {
        Files.writeString(file, Files.readString(file).replace(from, to));
    }

    private static String sha256(Path file) throws IOException {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(Files.readString(file).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public void close() {
        // an export is only files
    }
}
