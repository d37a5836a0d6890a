package io.dragoman.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The audit of a source: every figure counted again here from the files, by other code. No account is there. */
class SourceAuditIT {
    private static final String PATIENTS = "patients.csv";

    @TempDir
    Path folder;

    @Test
    void every_figure_of_the_demo_practice_is_what_its_files_hold() throws Exception {
        CopiedExport export = CopiedExport.into(folder.resolve("export"));
        Program.Ended ended = audit(export.folder(), "--output", "json");
        assertThat(ended.code()).as(ended.all()).isZero();
        Told told = Told.by(ended);

        everyFileAndColumnIsCounted(export, told);
        peopleClaimsAndBalancesAreCounted(export, told);
        theImagesAreListedForTheirArchive(export);
        assertThat(told.section("Who owns records"))
                .extracting(row -> row.get("Source") + " " + row.get("State"))
                .hasSize(export.column("providers.csv", "provider_id").size())
                .allMatch(row -> row.endsWith("looked for by e-mail"));
        assertThat(told.section("Fields that the practice made"))
                .extracting(row -> row.get("Field") + " " + row.get("Proposal"))
                .contains("Consent signed on date", "Nervousness 1 to 5 number");
        assertThat(rows("audit-problems.csv")).isEmpty();
        assertThat(Files.readString(reports().resolve("audit.html")))
                .contains("<svg")
                .doesNotContain("<script");
        noValueOfAPatientIsKept(export, ended);
    }

    @Test
    void what_is_wrong_is_told_with_file_line_and_column_and_without_its_value() throws Exception {
        CopiedExport export = CopiedExport.into(folder.resolve("export"));
        int line = Files.readAllLines(export.file(PATIENTS)).size() + 1;
        export.add(PATIENTS, patient("901", "birth_date", "1988-02-30"));
        export.add(PATIENTS, patient("902", "status", "<b>deceased</b>"));
        export.add(
                PATIENTS, patient("903", "primary_provider_id", "NOBODY", "email", "mail: none", "home_phone", "ask"));
        export.add(PATIENTS, patient("101"));
        export.add(
                PATIENTS, patient("904", "birth_date", "1790-01-01", "note", "his is 555-01-0199, ask a@example.org"));
        export.addText(PATIENTS, "905,too,few\n");
        export.add("patient_fields.csv", Map.of("patient_id", "102", "field_name", "=HYPERLINK(1)", "value", "x"));
        export.add("patient_fields.csv", Map.of("patient_id", "102", "field_name", "ada@example.org", "value", "x"));
        export.add("claims.csv", Map.of("claim_id", "9001", "patient_id", "101", "status", "sent", "billed", "77.31"));
        Files.delete(export.file("medications.csv"));

        Program.Ended ended = audit(export.folder(), "--output", "json");
        assertThat(ended.code()).as(ended.all()).isEqualTo(2);
        Told told = Told.by(ended);
        assertThat(rows("audit-problems.csv"))
                .extracting(row -> String.join(
                        " ", row.get("Code"), row.get("File"), row.get("Line"), row.get("Column"), row.get("Key")))
                .containsExactlyInAnyOrder(
                        "impossible-date patients.csv " + line + " birth_date 901",
                        "unknown-code patients.csv " + (line + 1) + " status 902",
                        "dangling-reference patients.csv " + (line + 2) + " primary_provider_id 903",
                        "duplicate-key patients.csv " + (line + 3) + "  101",
                        "row-ragged patients.csv " + (line + 5) + "  ");
        assertThat(told.section("Codes that nobody knows"))
                .containsExactly(Map.of("Column", "patient.status", "Cells", "61", "Unknown", "1"));
        assertThat(told.section("How people can be reached"))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("People", "64")
                        .containsEntry("No sound e-mail", "1")
                        .containsEntry("Unsound numbers", "1")
                        .containsEntry("Odd birth date", "1"));
        assertThat(told.section("Fields to de-identify before anything of the source is handed on"))
                .anySatisfy(row -> assertThat(row)
                        .containsEntry("Field", "patient.note")
                        .containsEntry("Class", "clinical")
                        .containsEntry("Identifiers inside", "1"));
        assertThat(told.section("Business that is still open"))
                .containsExactly(Map.of(
                        "Kind",
                        "claim",
                        "Rows",
                        "144",
                        "Open",
                        "1",
                        "Amount",
                        "too few to tell",
                        "Oldest",
                        "too few to tell"));
        assertThat(told.section("Fields that the practice made"))
                .extracting(row -> row.get("Field"))
                .contains("xxx@xxxxxxx.xxx", "=HYPERLINK(1)");
        assertThat(told.section("How good the data is"))
                .filteredOn(row -> row.get("Verdict").equals("act before a run"))
                .isEmpty();
        assertThat(ended.all()).contains("claim-in-flight", "Not there: medication");
        assertThat(everythingKept(ended))
                .doesNotContain("deceased", "NOBODY", "mail: none", "555-01-0199", "77.31", "1790")
                .doesNotContain("\n=HYPERLINK");
    }

    @Test
    void an_export_without_rows_is_told_and_one_that_is_none_is_refused() throws Exception {
        CopiedExport export = CopiedExport.into(folder.resolve("export"));
        try (Stream<Path> files = Files.list(export.folder())) {
            for (Path file : files.toList()) {
                Files.writeString(
                        file, Files.readString(file).lines().findFirst().orElseThrow() + "\n");
            }
        }
        Program.Ended empty = audit(export.folder());
        assertThat(empty.code()).as(empty.all()).isZero();
        assertThat(empty.out()).contains("0 rows of 24 kinds can be used, 0 cannot");
        assertThat(reports().resolve("imaging-manifest.csv")).doesNotExist();

        Files.delete(export.file(PATIENTS));
        Program.Ended wrong = audit(export.folder());
        assertThat(wrong.code()).as(wrong.all()).isIn(1, 3);
        assertThat(wrong.err()).contains("patients.csv").doesNotContain("Exception", "\tat ");
    }

    private void everyFileAndColumnIsCounted(CopiedExport export, Told told) throws IOException {
        Map<String, Map<String, String>> columns = new HashMap<>();
        rows("audit-columns.csv").forEach(row -> columns.put(row.get("Object") + "." + row.get("Column"), row));
        List<Map<String, String>> files = told.section("What the source holds");
        assertThat(files).hasSize(24);
        for (Map<String, String> file : files) {
            Map<String, Integer> filled = new TreeMap<>();
            int rows = 0;
            try (Reader in = Files.newBufferedReader(export.file(file.get("File")));
                    CSVParser csv = CSVFormat.RFC4180
                            .builder()
                            .setHeader()
                            .setSkipHeaderRecord(true)
                            .get()
                            .parse(in)) {
                for (CSVRecord row : csv) {
                    rows++;
                    csv.getHeaderNames()
                            .forEach(name -> filled.merge(name, row.get(name).isBlank() ? 0 : 1, Integer::sum));
                }
            }
            assertThat(file).containsEntry("Rows", String.valueOf(rows)).containsEntry("Set aside", "0");
            int all = rows;
            filled.forEach((name, cells) -> assertThat(columns.get(file.get("Kind") + "." + name))
                    .as(name)
                    .containsEntry("Filled", String.valueOf(cells))
                    .containsEntry("Rows", String.valueOf(all)));
        }
        assertThat(columns.get("patient.ssn")).containsEntry("What becomes of it", "left behind");
        assertThat(columns.get("patient.email"))
                .containsEntry("Class", "contact")
                .containsEntry("What becomes of it", "travels");
        assertThat(columns.get("clinical_note.text"))
                .containsEntry("Class", "clinical")
                .containsEntry("What becomes of it", "withheld");
        assertThat(columns.get("ledger_entry.amount")).containsEntry("Class", "financial");
    }

    private static void peopleClaimsAndBalancesAreCounted(CopiedExport export, Told told) throws IOException {
        List<String> emails = export.column(PATIENTS, "email");
        long none = emails.stream().filter(String::isBlank).count();
        long shared = emails.stream()
                .filter(one -> !one.isBlank()
                        && emails.stream().filter(one::equalsIgnoreCase).count() > 1)
                .count();
        assertThat(told.section("How people can be reached"))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("People", String.valueOf(emails.size()))
                        .containsEntry("No e-mail", String.valueOf(none))
                        .containsEntry("Share an e-mail", String.valueOf(shared)));
        BigDecimal owed = BigDecimal.ZERO;
        for (String column : List.of("balance_0_30", "balance_31_60", "balance_61_90", "balance_over_90")) {
            for (String amount : export.column("guarantor_balances.csv", column)) {
                owed = owed.add(new BigDecimal(amount));
            }
        }
        BigDecimal all = owed;
        assertThat(told.section("What is owed"))
                .singleElement()
                .satisfies(row -> assertThat(new BigDecimal(row.get("In all"))).isEqualByComparingTo(all));
        long megabytes = export.column("images_manifest.csv", "size_bytes").stream()
                .mapToLong(Long::parseLong)
                .sum();
        assertThat(told.section("Files and images by size"))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("MB in all", String.valueOf((megabytes + 999_999) / 1_000_000))
                        .containsEntry("No archive", "5"));
    }

    private void theImagesAreListedForTheirArchive(CopiedExport export) throws IOException {
        List<Map<String, String>> images = rows("imaging-manifest.csv");
        assertThat(images)
                .extracting(row -> row.get("Image"))
                .isEqualTo(export.column("images_manifest.csv", "image_id"));
        assertThat(images)
                .extracting(row -> row.get("SHA-256"))
                .isEqualTo(export.column("images_manifest.csv", "sha256"));
        assertThat(new TreeSet<>(
                        images.stream().map(row -> row.get("Safe name")).toList()))
                .hasSameSizeAs(images)
                .allMatch(name -> name.matches("image-IMG-\\d{4}\\.(dcm|jpg|pdf)"));
        assertThat(images.get(3))
                .containsEntry("Told in", "images_manifest.csv:5")
                .containsEntry("Bytes", "48238592");
        JsonNode json = new ObjectMapper()
                .readTree(reports().resolve("imaging-manifest.json").toFile());
        assertThat(json.path("images")).hasSameSizeAs(images);
        assertThat(json.path("purpose").asText()).contains("archive");
        for (String name : List.of("imaging-manifest.csv", "imaging-manifest.json")) {
            assertThat(PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(reports().resolve(name))))
                    .isEqualTo("rw-------");
        }
    }

    private void noValueOfAPatientIsKept(CopiedExport export, Program.Ended ended) throws IOException {
        String kept = everythingKept(ended);
        for (String column : List.of("last_name", "email", "mobile_phone", "birth_date", "address_1", "note")) {
            assertThat(export.column(PATIENTS, column).stream().filter(value -> value.length() > 5))
                    .noneMatch(kept::contains);
        }
        assertThat(export.column("images_manifest.csv", "file_name")).noneMatch(kept::contains);
    }

    private String everythingKept(Program.Ended ended) throws IOException {
        StringBuilder all = new StringBuilder(ended.all());
        try (Stream<Path> files = Files.list(reports())) {
            for (Path file : files.toList()) {
                all.append(Files.readString(file));
            }
        }
        return all.toString();
    }

    private List<Map<String, String>> rows(String sheet) throws IOException {
        String text = Files.readString(reports().resolve(sheet)).replace("\uFEFF", "");
        try (CSVParser csv = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new java.io.StringReader(text))) {
            return csv.stream().map(CSVRecord::toMap).toList();
        }
    }

    private Path reports() {
        return folder.resolve("data/test-practice/reports");
    }

    private static Map<String, String> patient(String id, String... more) {
        Map<String, String> cells =
                new HashMap<>(Map.of("patient_id", id, "last_name", "Example" + id, "first_name", "Ada"));
        for (int i = 0; i < more.length; i += 2) {
            cells.put(more[i], more[i + 1]);
        }
        return cells;
    }

    /** The token of the account is nowhere: who looks at a source needs none. */
    private Program.Ended audit(Path export, String... more) throws IOException, InterruptedException {
        Path file = folder.resolve("migration.yaml");
        Files.writeString(file, """
                migration: test-practice
                mappings: dentrix-to-pipedrive
                source: { system: dentrix, channel: csv, folder: "%s", region: US, time-zone: America/Chicago }
                target: { system: pipedrive, company: nowhere, token: "${env:NO_SUCH_TOKEN}", plan: growth }
                ledger: jdbc:hsqldb:file:data/test-practice/ledger
                """.formatted(export));
        String[] words = Stream.concat(Stream.of("audit", "--migration", file.toString()), Stream.of(more))
                .toArray(String[]::new);
        return new Program(folder, Map.of()).run(words);
    }
}
