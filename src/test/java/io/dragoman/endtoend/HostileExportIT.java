package io.dragoman.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dragoman.sandbox.Sandbox;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An export with everything wrong that an export can have: the good rows arrive, each bad one is told by code and place. */
class HostileExportIT {
    private static final String PATIENTS = "patients.csv";
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    /** Rows added to the patients: what quarantine says of each, and nothing for those that arrive. */
    private static final int ADDED = 11;

    @TempDir
    Path folder;

    @Test
    void every_row_has_a_fate_every_bad_one_a_code_and_the_good_ones_arrive() throws Exception {
        CopiedExport export = CopiedExport.into(folder.resolve("export"));
        int patients = export.column(PATIENTS, "patient_id").size();
        spoil(export);
        try (Sandbox sandbox = Sandbox.start(Migration.account())) {
            Migration migration = Migration.write(folder, export.folder(), sandbox, "unlimited", Migration.BAA);
            Program.Ended plan = ended(migration.run("plan", "--output", "json"), 2);
            everyRecordHasAFate(Told.by(plan), patients + ADDED);
            everyFindingIsTold(Told.by(plan));

            migration.prepare();
            Program.Ended run = ended(migration.run("run", "--output", "json"), 2);
            everyRecordHasAFate(Told.by(run), patients + ADDED);
            everyBadRowIsListed(Told.by(migration.succeed("quarantine", "list", "--output", "json")));
            theGoodRowsArrive(sandbox.dump(), patients);
        }
    }

    private static void spoil(CopiedExport export) throws IOException {
        String employers = Files.readString(export.file("employers.csv"))
                .replace("employer_id,name", "employer_id,shoe_size,name")
                .replaceAll("(?m)^(\\d+),", "$1,44,");
        employers += "39,44,\"Sample \"\"and\"\" Sons,\n Bakers\",1 Mill Road,\"Rear\nbuilding\",Tulsa,OK,74110,\n";
        Files.writeString(export.file("employers.csv"), "\ufeff" + employers.replace("\n", "\r\n"));
        Files.writeString(
                export.file("referral_sources.csv"),
                "19,non_person,Zoë Example Café" + ",".repeat(10) + "\n",
                WINDOWS,
                StandardOpenOption.APPEND);
        Files.delete(export.file("medications.csv"));
        export.change("treatment_plans.csv", "921", "total_amount", "$1,234.50");
        export.add(
                "treatment_plans.csv", Map.of("treatment_plan_id", "999", "patient_id", "77777", "name", "Nobody's"));

        export.addText(PATIENTS, "901,too,few\n");
        export.add(PATIENTS, patient("902", "last_name", "Nul\0Byte"));
        export.add(PATIENTS, patient("903", "note", "x".repeat(1_500_000)));
        export.add(PATIENTS, patient("101"));
        export.add(PATIENTS, patient("905", "primary_provider_id", "NOBODY"));
        export.add(PATIENTS, patient("906", "guarantor_id", "907"));
        export.add(PATIENTS, patient("907", "guarantor_id", "906"));
        export.add(PATIENTS, patient("908", "birth_date", "1900-01-01"));
        export.add(PATIENTS, patient("909", "birth_date", "1988-02-30"));
        export.add(PATIENTS, patient("910", "status", "deceased"));
        export.addText(PATIENTS, "911,\"never closed" + ",".repeat(44) + "\n");
    }

    private static Map<String, String> patient(String id, String... more) {
        Map<String, String> cells =
                new HashMap<>(Map.of("patient_id", id, "last_name", "Example" + id, "first_name", "Ada"));
        for (int i = 0; i < more.length; i += 2) {
            cells.put(more[i], more[i + 1]);
        }
        return cells;
    }

    private static Program.Ended ended(Program.Ended ended, int code) {
        assertThat(ended.code()).as(ended.all()).isEqualTo(code);
        assertThat(ended.err()).doesNotContain("Exception", "\tat ", "unexpected");
        return ended;
    }

    private static void everyRecordHasAFate(Told told, int patients) {
        everyRecordHasAFate(told, "Patients become People", patients);
    }

    /** Holds the fates of each mapping against its records, and the records of one mapping against a count. */
    static void everyRecordHasAFate(Told told, String title, int records) {
        List<Map<String, String>> rows = told.section("Records");
        assertThat(rows).hasSizeGreaterThan(8).allSatisfy(row -> {
            long fates = row.entrySet().stream()
                    .filter(cell ->
                            !cell.getKey().equals("What") && !cell.getKey().equals("Records"))
                    .mapToLong(cell -> Long.parseLong(cell.getValue()))
                    .sum();
            assertThat(fates).as(row.get("What")).isEqualTo(Long.parseLong(row.get("Records")));
        });
        assertThat(rows)
                .filteredOn(row -> row.get("What").equals(title))
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("Records", String.valueOf(records)));
    }

    private static void everyFindingIsTold(Told plan) {
        assertThat(plan.section("Found in the export"))
                .extracting(row -> row.get("Code") + " " + row.get("Where"))
                .anyMatch(found -> found.startsWith("windows-1252 referral_sources.csv"))
                .anyMatch(found -> found.startsWith("column-unknown employers.csv"))
                .anyMatch(found -> found.startsWith("file-missing medications.csv"))
                .anyMatch(found -> found.startsWith("manifest-missing"))
                .anyMatch(found -> found.startsWith("sentinel-date") && found.contains("patients.csv"))
                .anyMatch(found -> found.startsWith("dangling-reference") && found.contains("patients.csv"));
    }

    private static void everyBadRowIsListed(Told list) {
        Map<String, TreeSet<String>> codes = new TreeMap<>();
        list.section("Set aside").stream()
                .filter(row -> row.get("Mapping").equals("patient-to-person")
                        || row.get("Mapping").equals("treatment-plan-to-deal"))
                .forEach(row -> {
                    codes.computeIfAbsent(row.get("Code"), code -> new TreeSet<>())
                            .add(row.get("Key"));
                    assertThat(row.get("Place")).isNotBlank();
                    assertThat(row.get("What to do")).isNotBlank();
                });
        assertThat(codes.keySet())
                .contains("row-ragged", "nul-byte", "cell-too-large", "duplicate-key", "broken-quote", "link-missing");
        assertThat(codes.get("duplicate-key")).containsExactly("101");
        assertThat(codes.get("reference-circle")).containsExactly("906", "907");
        assertThat(codes.get("impossible-date")).containsExactly("909");
        assertThat(codes.get("unknown-code")).containsExactly("910");
        assertThat(codes.get("not-a-number")).containsExactly("921");
        assertThat(codes.get("link-missing")).containsExactly("999");
    }

    private static void theGoodRowsArrive(JsonNode account, int patients) {
        List<String> people = account.path("persons").findValuesAsText("name");
        assertThat(people).contains("Ada Example905", "Ada Example908").doesNotContain("Ada Example101");
        assertThat(people).filteredOn(name -> name.startsWith("Ada Example9")).hasSize(2);
        assertThat(people).hasSizeGreaterThan(patients - 10);
        assertThat(account.path("organizations").findValuesAsText("name"))
                .contains("Zoë Example Café", "Sample \"and\" Sons, Bakers", "Fennimill Foods");
        assertThat(account.path("deals").findValuesAsText("title"))
                .contains("Whitening, both jaws")
                .doesNotContain("Wide jaw picture and two seals", "Nobody's");
        assertThat(account.toString().getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(1_500_000);
    }
}
