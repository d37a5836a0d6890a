package io.dragoman.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dragoman.console.Library;
import io.dragoman.ledger.Ledger;
import io.dragoman.service.Edition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/** What pages show of mappings and reports: the reports' own tables and charts, read from their JSON. */
final class ServedLibrary implements Library {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NAME = "[A-Za-z0-9_-]{1,200}";

    private final ServedVerbs verbs;
    private final Map<String, Blueprint> blueprints = new ConcurrentHashMap<>();

    ServedLibrary(ServedVerbs verbs) {
        this.verbs = verbs;
    }

    @Override
    public MappingSheet mappings(Edition edition, Ledger ledger) {
        Editions.Copy copy = verbs.copy(edition);
        if (!blueprints.containsKey(edition.id())) {
            blueprints.clear(); // editions follow each other, and only the current ones are looked at
        }
        Blueprint blueprint =
                blueprints.computeIfAbsent(edition.id(), id -> Blueprint.read(new Home(copy.folder()), copy.file()));
        return new ServedMappings(copy.file(), blueprint.mappings(), ledger).sheet(edition.id());
    }

    @Override
    public List<Entry> reports(Edition edition) {
        return new ReportFolder(edition.reports())
                .list().stream()
                        .map(entry -> new Entry(
                                entry.page().replaceFirst("\\.html$", ""),
                                entry.verb(),
                                entry.run(),
                                entry.headline(),
                                entry.at()))
                        .toList();
    }

    @Override
    public Optional<Sheet> report(Edition edition, String name) {
        return name.matches(NAME)
                ? new ReportFolder(edition.reports()).read(name).map(ServedLibrary::sheet)
                : Optional.empty();
    }

    private static Sheet sheet(Report report) {
        return new Sheet(
                report.verb(),
                report.run(),
                report.headline(),
                Moments.text(report.at()),
                age(report.at()),
                report.sections().stream().map(ServedLibrary::section).toList(),
                report.next());
    }

    private static String age(Instant at) {
        Duration age = Duration.between(at, Instant.now());
        if (age.toDays() > 0) {
            return age.toDays() + " days ago";
        }
        return age.toHours() > 0 ? age.toHours() + " hours ago" : Math.max(0, age.toMinutes()) + " minutes ago";
    }

    /** Made plain again: a file on disk may have been edited, and the picture is shown as it is. */
    private static Section section(Report.Section kept) {
        Report.Section section = new Report.Section(
                PlainText.of(kept.title()),
                PlainText.of(kept.about()),
                kept.columns().stream().map(PlainText::of).toList(),
                kept.rows().stream()
                        .map(row -> row.stream().map(PlainText::of).toList())
                        .toList(),
                kept.detail(),
                kept.chart());
        return new Section(
                section.title(),
                section.about(),
                ChartPicture.of(section),
                columns(section.columns(), section.rows()),
                section.rows());
    }

    private static List<Column> columns(List<String> titles, List<List<String>> rows) {
        return IntStream.range(0, titles.size())
                .mapToObj(at -> new Column(titles.get(at), at > 0 && TextTable.isNumeric(rows, at) ? "number" : "word"))
                .toList();
    }

    @Override
    public Table fields(Edition edition, String sample) {
        Path file = edition.reports().resolve("sample-" + sample + "-fields.json");
        if (!sample.matches(NAME) || !Files.isRegularFile(file)) {
            return new Table(List.of(), List.of());
        }
        try {
            List<String> titles = new ArrayList<>();
            List<List<String>> rows = new ArrayList<>();
            for (JsonNode field : JSON.readTree(file.toFile())) {
                List<String> row = new ArrayList<>();
                boolean first = titles.isEmpty();
                field.properties().forEach(cell -> {
                    if (first) {
                        titles.add(cell.getKey());
                    }
                    row.add(cell.getValue().asText());
                });
                rows.add(row);
            }
            return new Table(
                    titles.stream().map(title -> new Column(title, "word")).toList(), rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Map<LocalDate, Long> days(Edition edition, Ledger ledger) {
        return ledger.tokens().byDay(verbs.copy(edition).file().target().company());
    }

    @Override
    public long tokensADay(Edition edition) {
        MigrationFile.Target target = verbs.copy(edition).file().target();
        return target.wholeDay();
    }
}
