package io.dragoman.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dragoman.sandbox.Sandbox;
import io.dragoman.sandbox.SandboxSettings;
import java.io.IOException;
import java.nio.charset.Charset;
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

/** Law firms as packaged: one with an export of another tool, and one with everything wrong that an export can have. */
class FirmIT {
    private static final String CONTACTS = "contacts.csv";

    @TempDir
    Path folder;

    @Test
    void an_export_without_keys_moves_by_names_and_nobody_is_guessed() throws Exception {
        Path export = Files.createDirectories(folder.resolve("clio"));
        write(export, "users.csv", "last_name,first_name,email", "Castellan,Ana,ana.castellan@dental.example");
        write(
                export,
                CONTACTS,
                "Title,First Name,Last Name,Company,Email Address,Primary Phone",
                "Ms,Ada,Example,Levee Baking,ada@example.com,504 555 0101",
                ",Ben,Twin,,ben@example.com,",
                ",Ben,Twin,,other@example.com,");
        write(
                export,
                "matters.csv",
                "Custom Number,Description,Status,Practice Area,Client First Name,Client Last Name,Client Company Name,"
                        + "Responsible Attorney,Open Date,Close Date",
                "25-1,Example v. Dock,Open,Maritime,ada,EXAMPLE,,Ana Castellan,03/09/2025,",
                "25-2,Twin v. Dock,Open,Maritime,Ben,Twin,,Ana Castellan,03/10/2025,",
                "25-3,Nobody v. Dock,Pending,Auto,Cleo,Nobody,,,03/11/2025,",
                "25-4,Baking v. Mill,Closed,Auto,,,Levee Baking,,03/12/2025,04/01/2025");
        write(
                export,
                "calendar.csv",
                "Summary,Start Date,Start Time,End Date,End Time,Calendar,Matter",
                "Status conference,11/03/2025,3:00 PM,11/03/2025,3:30 PM,Court date,25-1");
        write(export, "matter_statuses.csv", "matter_type_id,status,is_closed,outcome", "Auto,Closed,true,won");
        try (Sandbox sandbox = Sandbox.start(Migration.account())) {
            Migration migration = firm(export, "headers: clio, ", sandbox, Migration.BAA);
            migration.prepare();

            assertThat(migration.run("run").code()).isEqualTo(2);

            JsonNode account = sandbox.dump();
            assertThat(account.path("deals").findValuesAsText("title"))
                    .containsExactlyInAnyOrder("Example v. Dock", "Baking v. Mill");
            assertThat(account.path("pipelines").findValuesAsText("name")).contains("Maritime", "Auto");
            assertThat(account.path("deals").findValuesAsText("status")).containsExactlyInAnyOrder("open", "won");
            assertThat(account.path("organizations").findValuesAsText("name")).containsExactly("Levee Baking");
            assertThat(account.path("activities").findValuesAsText("due_time"))
                    .anyMatch(time -> time.startsWith("21:00"));
            assertThat(codes(migration))
                    .containsEntry("name-ambiguous", new TreeSet<>(List.of("25-2")))
                    .containsEntry("name-not-found", new TreeSet<>(List.of("25-3")));
            assertThat(account.toString()).doesNotContain("Twin v. Dock");
            migration.run("run");
            assertThat(sandbox.dump()).isEqualTo(account);
        }
    }

    @Test
    void every_bad_row_of_a_firm_has_a_code_and_the_good_ones_arrive() throws Exception {
        CopiedExport export = CopiedExport.of("cypress-levee-law", folder.resolve("export"));
        int contacts = export.column(CONTACTS, "contact_id").size();
        spoil(export);
        SandboxSettings account = Migration.account();
        try (Sandbox sandbox = Sandbox.start(account)) {
            Migration migration = firm(export.folder(), "", sandbox, Migration.BAA);
            Program.Ended plan = migration.run("plan", "--output", "json");
            assertThat(plan.code()).as(plan.all()).isEqualTo(2);
            HostileExportIT.everyRecordHasAFate(Told.by(plan), "Contacts become People", contacts + 8);
            assertThat(Told.by(plan).section("Found in the export"))
                    .extracting(row -> row.get("Code") + " " + row.get("Where"))
                    .anyMatch(found -> found.startsWith("windows-1252 intakes.csv"))
                    .anyMatch(found -> found.startsWith("column-unknown companies.csv"))
                    .anyMatch(found -> found.startsWith("file-missing tasks.csv"))
                    .anyMatch(found -> found.startsWith("sentinel-date contacts.csv"))
                    .anyMatch(found -> found.startsWith("dangling-reference matters.csv"));
            Path rebuild = folder.resolve("data/test-practice/reports/rebuild.html");
            assertThat(rebuild).content().contains("Opening checklist", "Letter of representation", "Check approvals");

            migration.prepare();
            assertThat(migration.run("run").code()).isEqualTo(2);

            Map<String, TreeSet<String>> codes = codes(migration);
            assertThat(codes.keySet()).contains("row-ragged", "nul-byte", "cell-too-large", "broken-quote");
            assertThat(codes.get("duplicate-key")).containsExactly("501");
            assertThat(codes.get("impossible-date")).containsExactly("905");
            assertThat(codes.get("not-a-number")).contains("9003");
            assertThat(codes.get("link-missing")).contains("9999");
            assertThat(codes.get("missing-value")).contains("4090");
            assertThat(sandbox.dump().path("persons").findValuesAsText("name"))
                    .contains("Ada Example906", "Zoë Café")
                    .doesNotContain("Ada Example905");
            assertThat(sandbox.dump().path("organizations").findValuesAsText("name"))
                    .contains("Sample \"and\" Sons, Bakers");
            assertThat(sandbox.dump().path("files").findValuesAsText("name")).doesNotContain("passwd");
        }
    }

    private static void spoil(CopiedExport export) throws IOException {
        String companies = Files.readString(export.file("companies.csv"))
                .replace("company_id,name", "company_id,shoe_size,name")
                .replaceAll("(?m)^(\\d+),", "$1,44,");
        companies += "79,44,\"Sample \"\"and\"\" Sons,\n Bakers\"" + ",".repeat(15) + "\n";
        Files.writeString(export.file("companies.csv"), "\ufeff" + companies.replace("\n", "\r\n"));
        Files.writeString(
                export.file("intakes.csv"),
                "3090,Walk in,,,new,,Zoë,Café" + ",".repeat(6) + "\n",
                Charset.forName("windows-1252"),
                StandardOpenOption.APPEND);
        Files.delete(export.file("tasks.csv"));
        export.change("matters.csv", "9003", "estimated_value", "$45,000");
        export.add(
                "matters.csv",
                Map.of("matter_id", "9999", "name", "Nobody's", "status", "Open", "client_contact_id", "77777"));
        export.add(
                "documents.csv",
                Map.of(
                        "document_id",
                        "4090",
                        "matter_id",
                        "9001",
                        "file_name",
                        "passwd",
                        "path",
                        "../../../../etc/passwd"));
        export.addText(CONTACTS, "901,too,few\n");
        export.add(CONTACTS, contact("902", "last_name", "Nul\0Byte"));
        export.add(CONTACTS, contact("903", "note", "x".repeat(1_500_000)));
        export.add(CONTACTS, contact("501"));
        export.add(CONTACTS, contact("905", "birth_date", "1988-02-30"));
        export.add(CONTACTS, contact("906", "owner_user_id", "NOBODY", "birth_date", "1900-01-01"));
        export.add(CONTACTS, contact("907", "is_client", "perhaps"));
        export.addText(CONTACTS, "908,\"never closed" + ",".repeat(27) + "\n");
    }

    private static Map<String, String> contact(String id, String... more) {
        Map<String, String> cells =
                new HashMap<>(Map.of("contact_id", id, "last_name", "Example" + id, "first_name", "Ada"));
        for (int i = 0; i < more.length; i += 2) {
            cells.put(more[i], more[i + 1]);
        }
        return cells;
    }

    private static Map<String, TreeSet<String>> codes(Migration migration) throws IOException, InterruptedException {
        Map<String, TreeSet<String>> codes = new TreeMap<>();
        Told.by(migration.succeed("quarantine", "list", "--output", "json"))
                .section("Set aside")
                .forEach(row -> codes.computeIfAbsent(row.get("Code"), code -> new TreeSet<>())
                        .add(row.get("Key")));
        return codes;
    }

    private Migration firm(Path export, String more, Sandbox sandbox, String privacy) throws IOException {
        return Migration.write(folder, export, sandbox, "unlimited", privacy)
                .replace("mappings: dentrix-to-pipedrive", "mappings: backdocket-to-pipedrive")
                .replace("source: { system: dentrix, ", "source: { system: backdocket, " + more);
    }

    private static void write(Path export, String file, String... lines) throws IOException {
        Files.writeString(export.resolve(file), String.join("\n", lines) + "\n");
    }
}
