package io.dragoman.content;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A name is safe on every system, shows what the file is, and keeps what people know it by. */
class FileNamesTest {
    @ParameterizedTest
    @CsvSource({
        "petition.txt, petition.txt",
        "Plan für Ädä.pdf, Plan für Ädä.pdf",
        "../../etc/passwd, passwd.txt",
        "C:\\scans\\x-ray.jpg, x-ray.jpg",
        "'what? \"this\": a|b*.txt', what_ _this__ a_b_.txt",
        "'  spaced   out .txt', spaced out .txt",
        "con.txt, _con.txt",
        "LPT1, _LPT1.txt",
        "...hidden, hidden.txt",
        "'', file.txt",
        "no ending, no ending.txt",
        "archive.tar.gz, archive.tar.gz"
    })
    void a_name_is_made_safe(String given, String expected) {
        assertThat(FileNames.clean(given, "text/plain")).isEqualTo(expected);
    }

    @Test
    void marks_that_turn_the_direction_of_writing_cannot_hide_an_ending() {
        assertThat(FileNames.clean("invoice\u202Efdp.exe", "application/x-msdownload"))
                .isEqualTo("invoicefdp.exe");
        assertThat(FileNames.clean("line\r\nbreak\u0000.txt", "text/plain")).isEqualTo("linebreak.txt");
    }

    @Test
    void a_name_without_an_ending_gets_that_of_its_type() {
        assertThat(FileNames.clean("scan", "application/pdf")).isEqualTo("scan.pdf");
        assertThat(FileNames.clean("Dr. A. Example", "image/png")).isEqualTo("Dr. A. Example.png");
        assertThat(FileNames.clean("scan", "application/octet-stream")).isEqualTo("scan");
    }

    @Test
    void a_long_name_keeps_its_ending_and_no_half_of_a_character() {
        String cut = FileNames.clean("x".repeat(115) + "\uD83D\uDE00".repeat(20) + ".pdf", "application/pdf");
        assertThat(cut).hasSizeLessThanOrEqualTo(120).endsWith(".pdf");
        assertThat(cut.codePoints().filter(one -> one >= 0xD800 && one <= 0xDFFF))
                .isEmpty();
    }

    @Test
    void a_mark_stands_before_the_ending() {
        assertThat(FileNames.marked("scan.pdf", "3f2a9c")).isEqualTo("scan (3f2a9c).pdf");
        assertThat(FileNames.marked("y".repeat(116) + ".pdf", "3f2a9c"))
                .hasSize(120)
                .endsWith(" (3f2a9c).pdf");
    }

    @Test
    void the_last_part_of_an_address_says_nothing_of_what_it_asks_for() {
        assertThat(FileNames.lastPart("https://files.example/a/x%20ray.jpg?secret=1"))
                .endsWith("x ray.jpg")
                .doesNotContain("secret");
    }
}
