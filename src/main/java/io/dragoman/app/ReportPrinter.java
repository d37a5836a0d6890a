package io.dragoman.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;

/** Shows a report on the terminal or as JSON; its page is kept in the folder of reports. */
final class ReportPrinter {
    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(SerializationFeature.INDENT_OUTPUT);

    private final PrintWriter out;
    private final boolean json;

    ReportPrinter(PrintWriter out, boolean json) {
        this.out = out;
        this.json = json;
    }

    /** @param folder where the page is kept; made when absent */
    void print(Report report, Path folder) {
        Path page = new ReportFolder(folder).keep(report);
        out.println(json ? asJson(report) : asText(report) + "\nReport: " + page);
        out.flush();
    }

    /** Shows a report that is kept nowhere, because no migration is at hand. */
    void show(Report report) {
        out.println(json ? asJson(report) : asText(report));
        out.flush();
    }

    /** Shows the headline only, and where the report is. */
    void headline(Report report, Path folder) {
        out.println("   " + report.headline());
        out.println("   " + new ReportFolder(folder).keep(report));
        out.flush();
    }

    static String asJson(Report report) {
        try {
            return JSON.writeValueAsString(report);
        } catch (IOException e) {
            throw new IllegalStateException("a report is plain text and numbers", e);
        }
    }

    /** What {@link #asJson} wrote. @throws IOException when it is something else */
    static Report ofJson(String text) throws IOException {
        return JSON.readValue(text, Report.class);
    }

    private static String asText(Report report) {
        StringBuilder text = new StringBuilder("\n").append(report.headline()).append('\n');
        for (Report.Section section :
                report.sections().stream().filter(one -> !one.detail()).toList()) {
            text.append('\n').append(section.title()).append('\n');
            if (!section.about().isEmpty()) {
                text.append(section.about()).append('\n');
            }
            text.append(TextTable.of(section.columns(), section.rows()));
        }
        text.append("\nNext\n");
        report.next().forEach(step -> text.append("  - ").append(step).append('\n'));
        return text.toString();
    }
}
