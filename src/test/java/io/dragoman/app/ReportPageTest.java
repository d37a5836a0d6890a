package io.dragoman.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportPageTest {
    private static final List<String> HOSTILE = List.of(
            "<script>alert(1)</script>",
            "\"><img src=x onerror=alert(1)>",
            "</title></svg><script>alert(1)</script>",
            "{{ 7 * 7 }}{% raw %}",
            "=HYPERLINK(\"http://example.com\")",
            "abc\u202Edcba\u2066",
            "אבג",
            "half \uD83D of a sign",
            "k".repeat(10_000));

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void a_hostile_name_is_shown_as_the_text_it_is() throws Exception {
        for (String hostile : HOSTILE) {
            String page = ReportPage.of(report(hostile));
            assertThat(page)
                    .doesNotContain("<script")
                    .doesNotContain("<img")
                    .doesNotContain("49")
                    .doesNotContain("\u202E");
            assertThat(page.split("</svg>", -1)).as("pictures of %s", hostile).hasSize(2);
        }
    }

    @Test
    void a_page_asks_nothing_of_anybody() throws Exception {
        assertThat(ReportPage.of(report("People")))
                .doesNotContain("http://")
                .doesNotContain("https://")
                .doesNotContain("<script")
                .doesNotContain("@import")
                .contains("default-src 'none'");
    }

    @Test
    void a_report_with_hostile_names_can_be_kept_and_read_again() throws Exception {
        for (String hostile : HOSTILE) {
            new ReportFolder(folder).keep(report(hostile));
        }
        assertThat(Files.readString(folder.resolve("run-r1.html"))).contains("k".repeat(10_000));
    }

    @Test
    void the_index_lists_all_reports_and_no_other_file() throws Exception {
        ReportFolder reports = new ReportFolder(folder);
        reports.keep(report("People"));
        reports.keep(new Report.Draft("status", "practice").next("Go on.").end("<b>Nothing</b> is open."));
        Files.writeString(folder.resolve("of-somebody-else.json"), "[1, 2");
        Files.writeString(folder.resolve("of-somebody-else.html"), "hello");
        assertThat(Files.readString(folder.resolve("index.html")))
                .contains("href=\"./run-r1.html\"", "href=\"./status.html\"", "&lt;b&gt;Nothing")
                .doesNotContain("somebody-else");
    }

    @Test
    void a_chart_says_the_numbers_of_its_table() throws Exception {
        String page = ReportPage.of(new Report.Draft("run", "practice")
                .chart(
                        Chart.stacked(List.of("created", "set aside")).first(2),
                        "Records",
                        "",
                        List.of("What", "created", "set aside"),
                        List.of(List.of("People", "1,200", "300"), List.of("Deals", "", "2"), List.of("All", "9", "9")))
                .chart(Chart.share("Right"), "Accuracy", "", List.of("What", "Right"), List.of(List.of("a", "99.5 %")))
                .end("Done."));
        assertThat(page).contains(">1,500</text>", ">2</text>", "<title>set aside 300</title>", ">99.50 %</text>");
        assertThat(page).doesNotContain(">18</text>");
    }

    @Test
    void a_chart_without_a_number_is_a_table_alone() throws Exception {
        String page = ReportPage.of(new Report.Draft("run", "practice")
                .chart(Chart.bars("Tokens"), "Tokens", "", List.of("Day", "Tokens"), List.of(List.of("today", "")))
                .end("Done."));
        assertThat(page).doesNotContain("<svg").contains("<h2>Tokens</h2>");
    }

    private static Report report(String name) {
        return new Report.Draft("run", "practice")
                .run("r1")
                .chart(
                        Chart.stacked(List.of("created", name)),
                        name,
                        name,
                        List.of("What", "created", name),
                        List.of(List.of(name, "7", "3")))
                .next(name)
                .end(name);
    }
}
