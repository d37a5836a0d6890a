package io.dragoman.app;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.dragoman.model.Problem;
import io.dragoman.model.RunProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Where the reports of a migration lie: a page and its JSON for each, and a page that lists them all, newest first. */
final class ReportFolder {
    private static final String JSON = ".json";
    private static final JsonFactory READER = new JsonFactory();

    private final Path folder;

    ReportFolder(Path folder) {
        this.folder = folder;
    }

    /** A report of the list. @param page name of its file */
    record Entry(String page, String verb, String run, String headline, String at) {}

    /**
     * Keeps a report, in place of an earlier one of the same verb and run.
     *
     * @return its page
     * @throws RunProblem {@code report-not-writable}
     */
    Path keep(Report report) {
        String name = name(report.verb(), report.run());
        Path page = folder.resolve(name + ".html");
        try {
            Files.createDirectories(folder);
            Files.writeString(page, ReportPage.of(report));
            Files.writeString(folder.resolve(name + JSON), ReportPrinter.asJson(report));
            Files.writeString(folder.resolve("index.html"), ReportPage.index(report.migration(), entries()));
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

    /** Name of a report's files without their ending. @param run empty for a verb that makes no run */
    static String name(String verb, String run) {
        return run.isEmpty() ? verb : verb + "-" + run;
    }

    /** All reports, the newest first; none where nothing was kept yet. */
    List<Entry> list() {
        try {
            return Files.isDirectory(folder) ? entries() : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A report by its name; empty when there is none that can be read. */
    Optional<Report> read(String name) {
        Path file = folder.resolve(name + JSON);
        try {
            return Files.isRegularFile(file)
                    ? Optional.of(ReportPrinter.ofJson(Files.readString(file)))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty(); // somebody's own file, or one that a full disk cut short
        }
    }

    private List<Entry> entries() throws IOException {
        List<Entry> entries = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(one -> one.toString().endsWith(JSON)).toList()) {
                String name = file.getFileName().toString();
                Path page = folder.resolve(name.substring(0, name.length() - JSON.length()) + ".html");
                Map<String, String> head = head(file);
                if (head.containsKey("at") && Files.exists(page)) {
                    entries.add(new Entry(
                            page.getFileName().toString(),
                            head.getOrDefault("verb", ""),
                            head.getOrDefault("run", ""),
                            head.getOrDefault("headline", ""),
                            head.getOrDefault("at", "")));
                }
            }
        }
        entries.sort(Comparator.comparing(Entry::at).reversed().thenComparing(Entry::page));
        return entries;
    }

    /** The texts before the first list: a report may be long, and only its head is wanted. A file that is no report has none. */
    private static Map<String, String> head(Path file) throws IOException {
        Map<String, String> head = new HashMap<>();
        try (JsonParser json = READER.createParser(file.toFile())) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return head;
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                if (json.nextToken() != JsonToken.VALUE_STRING) {
                    return head;
                }
                head.put(name, json.getText());
            }
        } catch (com.fasterxml.jackson.core.JsonParseException e) {
            return Map.of(); // somebody's own file, or one that a full disk cut short: not listed
        }
        return head;
    }
}
