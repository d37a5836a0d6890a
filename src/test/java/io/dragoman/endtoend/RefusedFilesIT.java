package io.dragoman.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.dragoman.sandbox.Sandbox;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Exports and migration files that cannot be used: refused before anything is written, in words and with a code. */
class RefusedFilesIT {
    private static Sandbox sandbox;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() {
        sandbox = Sandbox.start(Migration.account());
    }

    @AfterAll
    static void nothing_was_written() {
        assertThat(sandbox.stats().writes()).isEmpty();
        sandbox.close();
    }

    @Test
    void everything_that_an_export_lacks_is_told_at_once() throws Exception {
        CopiedExport export = CopiedExport.into(folder.resolve("export"));
        Files.delete(export.file("providers.csv"));
        Files.writeString(export.file("patients.csv"), "patient_id,first_name\n1,Ada\n");
        Files.writeString(
                export.file("manifest.json"),
                "{\"layout\":\"dentrix-csv/1\",\"files\":[{\"name\":\"../../secrets.csv\",\"rows\":1}]}");
        Program.Ended refused = refused(migration(export.folder()), 1);
        assertThat(refused.err().lines())
                .hasSize(3)
                .anyMatch(line -> line.startsWith("file-missing: providers.csv"))
                .anyMatch(line -> line.startsWith("column-missing: patients.csv") && line.contains("last_name"))
                .anyMatch(line -> line.startsWith("manifest-path: manifest.json"));
    }

    @Test
    void a_file_that_is_not_the_one_its_manifest_was_made_for_is_refused() throws Exception {
        CopiedExport export = CopiedExport.into(folder.resolve("export"));
        Files.copy(Path.of("demo", "maple-street-dental", "manifest.json"), export.file("manifest.json"));
        export.addText("employers.csv", "39,Added Later,,,,,,\n");
        assertThat(refused(migration(export.folder()), 3).err()).startsWith("export-changed: employers.csv");
    }

    @Test
    void a_zip_made_to_fill_the_disk_is_refused() throws Exception {
        Path zip = folder.resolve("export.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("patients.csv"));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 32; i++) {
                out.write(zeros);
            }
        }
        assertThat(refused(migration(zip), 3).err()).startsWith("zip-bomb: export.zip");
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            seats: 100                    | seatz: 100                   | unknown-key
            seats: 100                    | seats: many                  | wrong-type
            seats: 100                    | seats: 100\\n\\tseats: 1      | bad-yaml
            token: ${env:SANDBOX_TOKEN}   | token: a1b2c3d4e5            | wrong-shape: migration.yaml:7
            time-zone: America/Chicago    | time-zone: America/Gotham    | time-zone-unknown
            base-url: http                | company: oakhill #           | plan-only-for-loopback
            plan: unlimited               | plan: huge                   | unknown-word
            /export"                      | /nowhere"                    | export-missing
            mappings: dentrix             | mappings: nowhere            | mappings-missing
            """)
    void a_migration_file_with_nonsense_in_it_is_refused_in_one_line(String from, String to, String told)
            throws Exception {
        Path export = Files.createDirectory(folder.resolve("export"));
        String nonsense = to.replace("\\t", "\t").replace("\\n", "\n");
        Program.Ended refused = refused(migration(export).replace(from, nonsense), 1);
        assertThat(refused.err()).contains(told).hasLineCount(1);
        assertThat(refused.all()).doesNotContain("a1b2c3d4e5");
        if (!told.endsWith("-missing")) {
            assertThat(refused.err()).containsPattern("migration\\.yaml:\\d+:\\d+");
        }
    }

    @Test
    void an_empty_migration_file_is_refused() throws Exception {
        Migration migration = migration(folder);
        Files.write(migration.file(), "".getBytes(StandardCharsets.UTF_8));
        assertThat(refused(migration, 1).err()).contains("migration.yaml");
    }

    private Migration migration(Path export) throws IOException {
        return Migration.write(folder, export, sandbox, "unlimited", "");
    }

    private static Program.Ended refused(Migration migration, int code) throws IOException, InterruptedException {
        Program.Ended ended = migration.run("plan", "--output", "json");
        assertThat(ended.code()).as(ended.all()).isEqualTo(code);
        assertThat(ended.all()).doesNotContain("Exception", "\tat ", "unexpected");
        assertThat(ended.err()).isNotBlank();
        return ended;
    }
}
