package io.dragoman.systems.csv;

import static org.assertj.core.api.Assertions.assertThat;

import io.dragoman.model.SourceRecord;
import io.dragoman.staging.Pass;
import io.dragoman.systems.csv.Export.Kind;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A broken row costs itself and nothing else, whoever wrote it. */
class BrokenRowsTest {
    private static final String HEADER = "patient_id,last_name,first_name\n";
    private static final int MEGABYTE = 1 << 20;

    @ParameterizedTest
    @EnumSource
    void a_row_with_too_few_or_too_many_cells(Kind kind, @TempDir Path work) throws Exception {
        assertFates(kind, work, "p-1,Example,Ada\np-2,Sample\np-3,A,B,C\np-4,Example,Di\n")
                .containsExactly("p-1", "p-4", "line 3!row-ragged", "line 4!row-ragged");
    }

    @ParameterizedTest
    @EnumSource
    void a_row_with_a_nul_byte(Kind kind, @TempDir Path work) throws Exception {
        assertFates(kind, work, "p-1,Example,Ada\np-2,Sam\0ple,Ben\np-3,Example,Cy\n")
                .containsExactly("p-1", "p-3", "line 3!nul-byte");
    }

    @ParameterizedTest
    @EnumSource
    void a_row_that_is_not_of_its_files_encoding(Kind kind, @TempDir Path work) throws Exception {
        ByteArrayOutputStream rows = new ByteArrayOutputStream();
        rows.write((HEADER + "p-1,Müller,Zoë\n").getBytes(StandardCharsets.UTF_8));
        rows.write(new byte[] {'p', '-', '2', ',', (byte) 0xff, (byte) 0xfe, ',', 'x', '\n'});
        rows.write("p-3,Núñez,Ana\n".getBytes(StandardCharsets.UTF_8));
        Export export = Export.of("").with("patients.csv", rows.toByteArray());
        try (Practice practice = Practice.staged(kind, export, work)) {
            assertThat(practice.fates()).containsExactly("p-1", "p-3", "line 3!undecodable");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_quote_that_is_never_closed(Kind kind, @TempDir Path work) throws Exception {
        assertFates(kind, work, "p-1,Example,Ada\np-2,\"Sample,Ben\np-3,Example,Cy\np-4,Example,Di\n")
                .containsExactly("p-1", "p-3", "p-4", "line 3!broken-quote");
    }

    @ParameterizedTest
    @EnumSource
    void text_after_a_closing_quote(Kind kind, @TempDir Path work) throws Exception {
        assertFates(kind, work, "p-1,Example,Ada\np-2,\"Bob\" Sample,Ben\np-3,\"Ex\"\"ample\" ,Cy\n")
                .containsExactly("p-1", "p-3", "line 3!broken-quote");
    }

    @ParameterizedTest
    @EnumSource
    void a_quote_that_the_next_quoted_row_seems_to_close(Kind kind, @TempDir Path work) throws Exception {
        assertFates(kind, work, "p-1,\"Example,Ada\np-2,Sample,Ben\np-3,\"Example\",Cy\np-4,Example,Di\n")
                .containsExactly("p-2", "p-3", "p-4", "line 2!broken-quote");
    }

    @ParameterizedTest
    @EnumSource
    void two_stray_quotes_that_would_swallow_the_rows_between_them(Kind kind, @TempDir Path work) throws Exception {
        assertFates(kind, work, "p-1,\"Example,Ada\np-2,Sample,Ben\np-3,Example,Cy\np-4,Example\",Di,x\n")
                .containsExactly("p-2", "p-3", "line 2!broken-quote", "line 5!row-ragged");
    }

    @ParameterizedTest
    @EnumSource
    void a_ragged_row_whose_own_cell_has_line_breaks_is_one_row(Kind kind, @TempDir Path work) throws Exception {
        assertFates(kind, work, "p-1,\"one\ntwo\nthree\"\np-2,Sample,Ben\n")
                .containsExactly("p-2", "line 2!row-ragged");
    }

    @ParameterizedTest
    @EnumSource
    void a_cell_over_a_megabyte_with_line_breaks_is_one_row(Kind kind, @TempDir Path work) throws Exception {
        String note = "a line of a note\n".repeat(MEGABYTE / 10);
        assertFates(kind, work, "p-1,Example,Ada\np-2,Sample,\"" + note + "\"\np-3,Example,Cy\n")
                .containsExactly("p-1", "p-3", "line 3!cell-too-large");
    }

    @ParameterizedTest
    @EnumSource
    void a_cell_too_large_to_hold_is_walked_over(Kind kind, @TempDir Path work) throws Exception {
        String note = "a line of a note\n".repeat(MEGABYTE / 2);
        assertFates(kind, work, "p-1,Example,Ada\np-2,Sample,\"" + note + "\"\np-3,Example,Cy\np-4,Example,Di\n")
                .containsExactly("p-1", "p-3", "p-4", "line 3!cell-too-large");
    }

    @ParameterizedTest
    @EnumSource
    void a_line_too_large_to_hold_is_walked_over(Kind kind, @TempDir Path work) throws Exception {
        String picture = java.util.HexFormat.of().formatHex(random(4 * MEGABYTE));
        assertFates(
                        kind,
                        work,
                        "p-1,Example,Ada\np-2,Sample," + picture + "\np-3,Example,\"" + picture + "\np-4,Example,Di\n")
                .containsExactly("p-1", "p-4", "line 3!cell-too-large", "line 4!broken-quote");
    }

    @ParameterizedTest
    @EnumSource
    void a_quote_never_closed_with_megabytes_of_rows_after_it(Kind kind, @TempDir Path work) throws Exception {
        StringBuilder rows = new StringBuilder("p-0,\"Sample,Ben\n");
        for (int i = 1; rows.length() < 10 * MEGABYTE; i++) {
            rows.append("p-")
                    .append(i)
                    .append(",Example,")
                    .append("x".repeat(1000))
                    .append('\n');
        }
        long sound = rows.chars().filter(c -> c == '\n').count() - 1;
        Export export = Export.of(HEADER + rows);
        try (Practice practice = Practice.staged(kind, export, work)) {
            assertThat(practice.fates()).hasSize((int) sound + 1).contains("p-1", "p-" + sound, "line 2!broken-quote");
            assertThat(practice.count()).isEqualTo(sound + 1);
            assertThat(work.resolve("work")).isDirectoryNotContaining("glob:**unpacked*");
        }
    }

    @ParameterizedTest
    @EnumSource
    void line_breaks_and_quotes_inside_a_cell_are_kept_and_counted_as_lines(Kind kind, @TempDir Path work)
            throws Exception {
        Export export = Export.of(HEADER + "p-1,\"Ex\r\nam,\"\"ple\",Ada\r\n\r\np-2,Sample\r\np-3,Example,5' 4\" tall");
        try (Practice practice = Practice.staged(kind, export, work)) {
            assertThat(practice.fates()).containsExactly("p-1", "p-3", "line 5!row-ragged");
            List<SourceRecord> records = practice.read(practice.people(), Pass.LEADERS);
            assertThat(records.get(0).fields().get("last_name")).isEqualTo("Ex\r\nam,\"ple");
            assertThat(records.get(1).fields().get("first_name")).isEqualTo("5' 4\" tall");
            assertThat(records).extracting(SourceRecord::row).containsExactly(1L, 3L);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_header_in_any_order_and_case_after_a_byte_order_mark(Kind kind, @TempDir Path work) throws Exception {
        Export export =
                Export.of("\ufeffFirst_Name , LAST_NAME,\"patient_id\"\r Ada , Example, p-1 \rBen,Sample,p-2\r");
        try (Practice practice = Practice.staged(kind, export, work)) {
            assertThat(practice.fates()).containsExactly("p-1", "p-2");
        }
    }

    @ParameterizedTest
    @EnumSource
    void windows_1252_is_recognised_and_told(Kind kind, @TempDir Path work) throws Exception {
        Export export = Export.of("")
                .with(
                        "patients.csv",
                        HEADER + "p-1,Example,Ada\np-2,Müller,Zoë\np-3,Núñez,François\np-4,O’Hara,Siân\n",
                        Charset.forName("windows-1252"));
        try (Practice practice = Practice.staged(kind, export, work)) {
            assertThat(practice.findings("windows-1252")).containsExactly(kind.source.file);
            assertThat(practice.staging.distinct(kind.source.person, "last_name"))
                    .containsExactly("Example", "Müller", "Núñez", "O’Hara");
        }
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new java.util.Random(7).nextBytes(bytes);
        return bytes;
    }

    private static org.assertj.core.api.ListAssert<String> assertFates(Kind kind, Path work, String rows)
            throws Exception {
        try (Practice practice = Practice.staged(kind, Export.of(HEADER + rows), work)) {
            List<String> fates = practice.fates();
            assertThat(practice.count()).isEqualTo(fates.size());
            return assertThat(fates);
        }
    }
}
