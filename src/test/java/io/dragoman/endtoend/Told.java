package io.dragoman.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A report as {@code --output json} prints it. */
final class Told {
    private final JsonNode report;

    private Told(JsonNode report) {
        this.report = report;
    }

    static Told by(Program.Ended ended) throws IOException {
        // Within the tests' process the log may stand before it.
        int begin = ("\n" + ended.out()).indexOf("\n{");
        return new Told(new ObjectMapper().readTree(ended.out().substring(Math.max(0, begin))));
    }

    /** Id of the run in the ledger. */
    String run() {
        return report.path("run").asText();
    }

    /** The sentence of a section; empty when the report has no such section. */
    String about(String title) {
        for (JsonNode section : report.path("sections")) {
            if (section.path("title").asText().equals(title)) {
                return section.path("about").asText();
            }
        }
        return "";
    }

    /** The rows of a section, each with its cells by column; none when the report has no such section. */
    List<Map<String, String>> section(String title) {
        List<Map<String, String>> rows = new ArrayList<>();
        for (JsonNode section : report.path("sections")) {
            if (section.path("title").asText().equals(title)) {
                for (JsonNode row : section.path("rows")) {
                    Map<String, String> cells = new LinkedHashMap<>();
                    for (int i = 0; i < row.size(); i++) {
                        cells.put(
                                section.path("columns").path(i).asText(),
                                row.path(i).asText());
                    }
                    rows.add(cells);
                }
            }
        }
        return rows;
    }

    /** How many records of a mapping had this fate. */
    long count(String title, String fate) {
        return section("Records").stream()
                .filter(row -> row.get("What").equals(title))
                .mapToLong(row -> Long.parseLong(row.getOrDefault(fate, "0")))
                .sum();
    }

    /** How many records of all mappings had this fate. */
    long total(String fate) {
        return section("Records").stream()
                .mapToLong(row -> Long.parseLong(row.getOrDefault(fate, "0")))
                .sum();
    }
}
