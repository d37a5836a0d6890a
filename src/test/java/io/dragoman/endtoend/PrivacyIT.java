package io.dragoman.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.dragoman.sandbox.RecordedRequest;
import io.dragoman.sandbox.Sandbox;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Canaries in every protected column, searched for in everything the program says, sends and keeps. */
class PrivacyIT {
    /** Free-text columns whose class the default policy keeps back, or that no mapping may move at all. */
    private static final Map<String, Set<String>> PROTECTED = Map.ofEntries(
            Map.entry("patients.csv", Set.of("ssn", "note")),
            Map.entry("patient_fields.csv", Set.of("value")),
            Map.entry("patient_insurance.csv", Set.of("subscriber_number")),
            Map.entry("treatment_plans.csv", Set.of("name", "status_comment")),
            Map.entry("procedures.csv", Set.of("note")),
            Map.entry("appointments.csv", Set.of("reason", "note")),
            Map.entry("medical_alerts.csv", Set.of("description", "note")),
            Map.entry("medications.csv", Set.of("drug_name", "sig", "note")),
            Map.entry("clinical_notes.csv", Set.of("text")),
            Map.entry("ledger.csv", Set.of("description", "reference")),
            Map.entry("images_manifest.csv", Set.of("description", "file_name")));

    private static final String CANARY = "canary-bird";

    @TempDir
    Path folder;

    @TempDir
    Path export;

    @Test
    void no_withheld_value_and_no_token_is_sent_said_or_kept() throws Exception {
        plantCanaries();
        try (Sandbox sandbox = Sandbox.start(Migration.account().withRecord(true))) {
            Migration migration = Migration.write(folder, export, sandbox, "unlimited", "");
            StringBuilder said = new StringBuilder();
            said.append(migration.run("plan").all());
            migration.prepare();
            said.append(migration.run("run").all());
            said.append(migration.run("quarantine", "list").all());
            said.append(migration.run("status", "--output", "json").all());
            said.append(migration.run("rollback", "--yes").all());
            assertThat(said).doesNotContain(CANARY).doesNotContain(Migration.TOKEN);
            assertThat(sandbox.requests()).hasSizeGreaterThan(100).noneMatch(PrivacyIT::carriesCanary);
            assertThat(filesWith(CANARY)).isEmpty();
            assertThat(filesWith(Migration.TOKEN)).isEmpty();
        }
    }

    @Test
    void what_travels_lies_in_the_ledger_only_sealed() throws Exception {
        plantCanaries();
        try (Sandbox sandbox = Sandbox.start(Migration.account())) {
            Migration migration = Migration.write(folder, export, sandbox, "unlimited", Migration.BAA);
            migration.prepare();
            migration.run("run");
            assertThat(sandbox.dump().toString()).contains(CANARY);
            assertThat(filesWith(CANARY)).isEmpty();
        }
    }

    private static boolean carriesCanary(RecordedRequest request) {
        return (request.path() + request.body()).contains(CANARY)
                || request.path().contains(Migration.TOKEN);
    }

    /** Copies the demo practice with canaries in its protected columns, and without the manifest, whose hashes would not agree. */
    private void plantCanaries() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("demo", "maple-street-dental"))) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".csv")).toList()) {
                plant(file, export.resolve(file.getFileName()));
            }
        }
    }

    private static void plant(Path from, Path to) throws IOException {
        Set<String> columns = PROTECTED.getOrDefault(from.getFileName().toString(), Set.of());
        try (Reader in = Files.newBufferedReader(from);
                CSVParser csv = CSVFormat.RFC4180
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get()
                        .parse(in);
                Writer out = Files.newBufferedWriter(to);
                CSVPrinter copy = new CSVPrinter(out, CSVFormat.RFC4180)) {
            copy.printRecord(csv.getHeaderNames());
            for (CSVRecord row : csv) {
                List<String> cells = new ArrayList<>();
                for (String column : csv.getHeaderNames()) {
                    cells.add(columns.contains(column) ? CANARY + " " + row.getRecordNumber() : row.get(column));
                }
                copy.printRecord(cells);
            }
        }
    }

    private List<Path> filesWith(String text) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> found = new ArrayList<>();
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(text)) {
                    found.add(file);
                }
            }
            return found;
        }
    }
}
