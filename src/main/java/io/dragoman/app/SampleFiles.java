package io.dragoman.app;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.dragoman.model.Problem;
import io.dragoman.model.RunProblem;
import io.dragoman.run.sample.FieldCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Every field of a sample in three files: a page with filters, a table for spreadsheets, and JSON. Values are masked by
 * class; they come masked.
 */
final class SampleFiles {
    private static final List<String> COLUMNS = List.of(
            "Mapping", "Key", "Field", "Mapping line", "Class", "At the source", "Expected", "Read back", "Verdict");

    private final Path folder;
    private final String name;

    /** @param sample its id, which the files have in their names */
    SampleFiles(Path folder, String sample) {
        this.folder = folder;
        this.name = "sample-" + sample + "-fields";
    }

    /**
     * Writes the files, in place of earlier ones.
     *
     * @return the page
     * @throws RunProblem {@code report-not-writable}
     */
    Path write(String migration, String headline, List<FieldCheck> checks) {
        Path page = folder.resolve(name + ".html");
        try (SheetFile sheet = SheetFile.create(folder.resolve(name + ".csv"), COLUMNS)) {
            checks.forEach(check -> sheet.row(cells(check)));
            json(checks);
            Files.writeString(page, ReportPage.fields(migration, headline, COLUMNS, rows(checks)));
            return page;
        } catch (IOException e) {
            throw new RunProblem(
                    RunProblem.Ending.FAILED,
                    new Problem(
                            "report-not-writable",
                            folder.toString(),
                            "the report cannot be kept there. Free the disk or mend the rights."),
                    e);
        }
    }

    private void json(List<FieldCheck> checks) throws IOException {
        try (JsonGenerator json =
                new JsonFactory().createGenerator(folder.resolve(name + ".json").toFile(), JsonEncoding.UTF8)) {
            json.useDefaultPrettyPrinter().writeStartArray();
            for (FieldCheck check : checks) {
                json.writeStartObject();
                List<String> cells = cells(check);
                for (int i = 0; i < cells.size(); i++) {
                    json.writeStringField(COLUMNS.get(i).toLowerCase(Locale.ROOT), cells.get(i));
                }
                json.writeEndObject();
            }
            json.writeEndArray();
        }
    }

    private static List<List<String>> rows(List<FieldCheck> checks) {
        List<List<String>> rows = new ArrayList<>();
        checks.forEach(
                check -> rows.add(cells(check).stream().map(PlainText::of).toList()));
        return rows;
    }

    /** The cells of a field, in the order of the columns. */
    static List<String> cells(FieldCheck check) {
        return List.of(
                check.mapping(),
                check.key(),
                check.field(),
                check.place().toString(),
                check.phi().word(),
                check.source(),
                check.expected(),
                check.got(),
                check.verdict().word());
    }
}
