package io.dragoman.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.dragoman.model.Problem;
import io.dragoman.model.RunProblem;
import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Shows a report on the terminal or as JSON, and keeps it as a page a browser opens without the internet. */
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
        Path page = keep(report, folder);
        out.println(json ? asJson(report) : asText(report, page));
        out.flush();
    }

    /** Shows the headline only, and where the report is. */
    void headline(Report report, Path folder) {
        out.println("   " + report.headline());
        out.println("   " + keep(report, folder));
        out.flush();
    }

    static String asJson(Report report) {
        try {
            return JSON.writeValueAsString(report);
        } catch (IOException e) {
            throw new IllegalStateException("a report is plain text and numbers", e);
        }
    }

    private static String asText(Report report, Path page) {
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
        return text.append("\nReport: ").append(page).toString();
    }

    private static Path keep(Report report, Path folder) {
        String name = report.run().isEmpty() ? report.verb() : report.verb() + "-" + report.run();
        Path page = folder.resolve(name + ".html");
        try {
            Files.createDirectories(folder);
            Files.writeString(page, asPage(report));
            Files.writeString(folder.resolve(name + ".json"), asJson(report));
        } catch (IOException e) {
            throw new RunProblem(
                    RunProblem.Ending.FAILED,
                    new Problem(
                            "report-not-writable",
                            folder.toString(),
                            "the report cannot be kept there. Free the disk or mend the rights."),
                    e);
        }
        return page;
    }

    private static String asPage(Report report) throws IOException {
        ClasspathLoader loader = new ClasspathLoader();
        loader.setPrefix("io/dragoman/app");
        StringWriter page = new StringWriter();
        new PebbleEngine.Builder()
                .loader(loader)
                .autoEscaping(true)
                .build()
                .getTemplate("report.html")
                .evaluate(page, Map.of("report", report));
        return page.toString();
    }
}
