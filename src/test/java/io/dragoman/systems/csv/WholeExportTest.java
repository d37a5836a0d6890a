package io.dragoman.systems.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.dragoman.model.Problem;
import io.dragoman.model.RunProblem;
import io.dragoman.model.UserProblems;
import io.dragoman.staging.Finding;
import io.dragoman.systems.csv.Export.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WholeExportTest {
    private static final String PATIENTS = "patient_id,last_name\np-1,Example\n";

    @ParameterizedTest
    @EnumSource
    void a_true_manifest_says_nothing(Kind kind, @TempDir Path work) throws Exception {
        try (Practice practice = Practice.staged(kind, Export.of(PATIENTS).withManifest(), work)) {
            assertThat(practice.findings("manifest-missing")).isEmpty();
            assertThat(practice.findings("rows-differ")).isEmpty();
        }
    }

    @Test
    void a_missing_manifest_is_told(@TempDir Path work) throws Exception {
        try (Practice practice = Practice.staged(Export.of(PATIENTS).folder(work), work)) {
            assertThat(practice.findings("manifest-missing")).containsExactly("manifest.json");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_file_that_changed_after_its_manifest_is_refused_by_name(Kind kind, @TempDir Path work) throws Exception {
        Export export = Export.of(PATIENTS).withManifest().with("patients.csv", "patient_id,last_name\np-1,Other\n");
        assertThatThrownBy(() -> Practice.staged(kind, export, work)).isInstanceOfSatisfying(RunProblem.class, e -> {
            assertThat(e.ending()).isEqualTo(RunProblem.Ending.REFUSED);
            assertThat(e.problem().code()).isEqualTo("export-changed");
            assertThat(e.problem().place()).isEqualTo(kind.source.file);
        });
    }

    @Test
    void a_changed_file_is_found_even_where_a_stray_quote_made_it_be_read_twice(@TempDir Path work) throws Exception {
        String rows = "p-0,\"Sample\n" + "p-1,Example\n".repeat(600_000);
        Export export = Export.of("patient_id,last_name\n" + rows).withManifest();
        try (Practice practice = Practice.staged(export.folder(work), work)) {
            assertThat(practice.staging.count("patient")).isEqualTo(600_001);
        }
    }

    @Test
    void gigabytes_read_again_add_nothing_to_the_digest() {
        assertThat(Digested.fresh(65_536, 100_000, 3L << 30)).isZero();
        assertThat(Digested.fresh(65_536, (3L << 30) + 1000, 3L << 30)).isEqualTo(1000);
        assertThat(Digested.fresh(65_536, 4L << 30, (4L << 30) - 65_536)).isEqualTo(65_536);
    }

    @Test
    void rows_that_do_not_add_up_stop_the_run(@TempDir Path work) throws Exception {
        Export export =
                Export.of("patient_id,last_name\np-1,\"Example\np-2,Sample\"\n").withManifest();
        try (Practice practice = Practice.staged(export.folder(work), work)) {
            assertThat(practice.finding("rows-differ").severity()).isEqualTo(Finding.Severity.STOP);
        }
    }

    @Test
    void everything_wrong_is_told_at_once(@TempDir Path work) throws Exception {
        Export export = new Export()
                .with("patients.csv", "patient_id,nickname\n")
                .with("recalls.csv", "recall_type_id,recall_type_id\n")
                .with("claims.csv", "")
                .with("manifest.json", """
                        {"layout":"other/1","files":[{"name":"../etc/x.csv"},{"name":"medications.csv"}]}""");
        assertThat(refused(export.folder(work), work))
                .extracting(p -> p.code() + " " + p.place())
                .containsExactlyInAnyOrder(
                        "layout-differs manifest.json",
                        "manifest-path manifest.json",
                        "file-missing medications.csv",
                        "file-missing providers.csv",
                        "column-missing patients.csv",
                        "column-twice recalls.csv",
                        "column-missing recalls.csv",
                        "header-missing claims.csv");
    }

    @Test
    void a_missing_column_is_named(@TempDir Path work) throws Exception {
        assertThat(refused(Export.of("first_name\nAda\n").folder(work), work))
                .singleElement()
                .extracting(Problem::advice)
                .asString()
                .contains("patient_id, last_name");
    }

    @Test
    void a_first_row_that_is_no_header_is_not_repeated_anywhere(@TempDir Path work) throws Exception {
        Path export = Export.of("p-1,Example,ada@example.org\n").folder(work);
        try (Practice practice = new Practice(work)) {
            assertThatThrownBy(() -> practice.stage(export))
                    .isInstanceOf(UserProblems.class)
                    .hasMessageContaining("column-missing")
                    .hasMessageNotContaining("ada@example.org");
            assertThat(practice.staging.findings().toString()).doesNotContain("ada@example.org");
        }
    }

    @Test
    void what_the_layout_lacks_and_what_the_export_lacks_is_noted(@TempDir Path work) throws Exception {
        Export export = Export.of("patient_id,last_name,shoe_size\np-1,Example,44\n")
                .with("extra.csv", "a\n1\n")
                .with("Example Ada.pdf", "");
        try (Practice practice = Practice.staged(export.folder(work), work)) {
            assertThat(practice.finding("column-unknown").problem().advice()).contains("shoe_size");
            assertThat(practice.findings("file-unknown")).containsExactly("extra.csv", "1 other files");
            assertThat(practice.findings("file-missing")).contains("claims.csv").hasSize(22);
            assertThat(practice.findings("column-missing")).contains("patients.csv");
        }
    }

    @Test
    void an_export_that_is_not_there_is_refused(@TempDir Path work) {
        assertThat(refused(work.resolve("nothing.zip"), work))
                .extracting(Problem::code)
                .containsExactly("export-missing");
    }

    @Test
    void a_file_that_is_no_zip_is_refused(@TempDir Path work) throws Exception {
        Path file = Files.writeString(work.resolve("export.zip"), "not a zip");
        assertThat(refused(file, work)).extracting(Problem::code).containsExactly("zip-unreadable");
    }

    @Test
    void a_zip_with_paths_is_refused_and_nothing_is_written_outside(@TempDir Path work) throws Exception {
        Export export = Export.of(PATIENTS).with("../evil.csv", "x").with("in/a/folder.csv", "x");
        assertThat(refused(export.zip(work), work)).extracting(Problem::code).containsExactly("zip-entry-path");
        assertThat(work.resolve("evil.csv")).doesNotExist();
    }

    @Test
    void a_zip_that_holds_a_file_twice_is_refused(@TempDir Path work) throws Exception {
        Path zip = Export.of(PATIENTS)
                .with("claims.csv", "x")
                .with("claim_.csv", "y")
                .zip(work);
        replace(zip, "claim_.csv", "claims.csv");
        assertThat(refused(zip, work)).extracting(Problem::code).containsExactly("zip-entry-twice");
    }

    @Test
    void a_zip_bomb_is_refused_before_it_is_read(@TempDir Path work) throws Exception {
        Path zip = work.resolve("export.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("patients.csv"));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 100; i++) {
                out.write(zeros);
            }
        }
        assertThatThrownBy(() -> Practice.staged(zip, work))
                .isInstanceOfSatisfying(
                        RunProblem.class, e -> assertThat(e.problem().code()).isEqualTo("zip-bomb"));
    }

    @Test
    void an_entry_larger_than_it_says_is_refused_while_it_is_read(@TempDir Path work) throws Exception {
        byte[] rows = ("patient_id,last_name\n" + "p-1,Example\n".repeat(200_000)).getBytes(StandardCharsets.US_ASCII);
        Path zip = Export.of("").with("patients.csv", rows).zip(work);
        shrinkSize(zip, rows.length);
        assertThatThrownBy(() -> Practice.staged(zip, work))
                .isInstanceOfSatisfying(
                        RunProblem.class, e -> assertThat(e.problem().code()).isEqualTo("zip-bomb"));
    }

    private static List<Problem> refused(Path export, Path work) {
        UserProblems problems = catchThrowableOfType(
                UserProblems.class, () -> Practice.staged(export, work).close());
        assertThat(problems).isNotNull();
        return problems.problems();
    }

    private static void replace(Path zip, String from, String to) throws IOException {
        String bytes = Files.readString(zip, StandardCharsets.ISO_8859_1);
        Files.writeString(zip, bytes.replace(from, to), StandardCharsets.ISO_8859_1);
    }

    /** Makes the directory of the zip lie about a size. */
    private static void shrinkSize(Path zip, int size) throws IOException {
        ByteArrayOutputStream little = new ByteArrayOutputStream();
        for (int shift = 0; shift < 32; shift += 8) {
            little.write(size >> shift);
        }
        String lie = "\u0010\u0000\u0000\u0000";
        String bytes = Files.readString(zip, StandardCharsets.ISO_8859_1);
        Files.writeString(
                zip, bytes.replace(little.toString(StandardCharsets.ISO_8859_1), lie), StandardCharsets.ISO_8859_1);
    }
}
