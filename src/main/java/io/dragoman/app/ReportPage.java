package io.dragoman.app;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/** Reports as pages that a browser opens without the internet, and a printer puts on paper. */
final class ReportPage {
    private static final PebbleEngine ENGINE = engine();

    private ReportPage() {}

    /** A section as the template wants it. @param picture inline SVG; empty for none */
    record Shown(String title, String about, String picture, List<Column> columns, List<List<String>> rows) {
        private static Shown of(Report.Section section) {
            List<Column> columns = IntStream.range(0, section.columns().size())
                    .mapToObj(at ->
                            new Column(section.columns().get(at), at > 0 && TextTable.isNumeric(section.rows(), at)))
                    .toList();
            return new Shown(section.title(), section.about(), ChartPicture.of(section), columns, section.rows());
        }
    }

    /** @param style how its cells are set */
    record Column(String title, String style) {
        private Column(String title, boolean numeric) {
            this(title, numeric ? "number" : "word");
        }
    }

    static String of(Report report) throws IOException {
        return filled(
                "report.html",
                Map.of(
                        "report",
                        report,
                        "at",
                        Moments.text(report.at()),
                        "sections",
                        report.sections().stream().map(Shown::of).toList()));
    }

    /** The page that lists all reports. */
    static String index(String migration, List<ReportFolder.Entry> entries) throws IOException {
        return filled("reports.html", Map.of("migration", migration, "entries", entries));
    }

    /** A long table with filters; the first column and the last are what it can be filtered by. */
    static String fields(String migration, String headline, List<String> columns, List<List<String>> rows)
            throws IOException {
        String script = resource("fields.js");
        int last = columns.size() - 1;
        return filled(
                "fields.html",
                Map.of(
                        "migration", migration,
                        "headline", headline,
                        "columns", columns,
                        "rows", rows,
                        "mappings", distinct(rows, 0),
                        "verdicts", distinct(rows, last),
                        "last", last,
                        "script", script,
                        "digest", "sha256-" + digest(script)));
    }

    private static List<String> distinct(List<List<String>> rows, int column) {
        return rows.stream().map(row -> row.get(column)).distinct().toList();
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = ReportPage.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** By its digest a browser tells our script from one that a hostile value would bring along. */
    private static String digest(String script) {
        try {
            return Base64.getEncoder()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static String filled(String template, Map<String, Object> values) throws IOException {
        StringWriter page = new StringWriter();
        ENGINE.getTemplate(template).evaluate(page, values);
        return page.toString();
    }

    private static PebbleEngine engine() {
        ClasspathLoader loader = new ClasspathLoader();
        loader.setPrefix("io/dragoman/app");
        return new PebbleEngine.Builder().loader(loader).autoEscaping(true).build();
    }
}
