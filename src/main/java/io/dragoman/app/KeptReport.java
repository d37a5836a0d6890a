package io.dragoman.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dragoman.staging.PlanFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A report of another verb, as its JSON was kept; a certificate rests on it, and names it by its hash.
 *
 * @param file its name in the folder of reports
 * @param hash SHA-256 of that file
 */
record KeptReport(String file, String hash, String headline, JsonNode sections) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The report of this name; empty when there is none, or none that can be read. */
    static Optional<KeptReport> read(Path folder, String name) {
        Path file = folder.resolve(name + ".json");
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            JsonNode report = JSON.readTree(file.toFile());
            return Optional.of(new KeptReport(
                    file.getFileName().toString(),
                    PlanFile.hash(file),
                    report.path("headline").asText(),
                    report.path("sections")));
        } catch (IOException e) {
            return Optional.empty(); // what cannot be read is no evidence; the certificate says that it is missing
        }
    }

    /** The rows of a section; empty when the report has no such section. */
    List<List<String>> rows(String title) {
        List<List<String>> rows = new ArrayList<>();
        for (JsonNode section : sections) {
            if (section.path("title").asText().equals(title)) {
                for (JsonNode row : section.path("rows")) {
                    List<String> cells = new ArrayList<>();
                    row.forEach(cell -> cells.add(cell.asText()));
                    rows.add(cells);
                }
            }
        }
        return rows;
    }
}
