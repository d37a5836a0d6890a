package io.dragoman.app;

import io.dragoman.inventory.CodeCount;
import io.dragoman.inventory.ColumnCount;
import io.dragoman.inventory.ColumnUse;
import io.dragoman.inventory.Counts;
import io.dragoman.inventory.Grade;
import io.dragoman.inventory.Grades;
import io.dragoman.inventory.ObjectCount;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What an audit of the source tells: what is there, how good it is, what may leave, and what to do first. */
final class InventoryReport {
    private final Engine engine;
    private final SourceAudit.Result result;
    private final Counts counts;

    InventoryReport(Engine engine, SourceAudit.Result result) {
        this.engine = engine;
        this.result = result;
        this.counts = result.counts();
    }

    Report report() {
        Report.Draft draft = new Report.Draft("audit", engine.file().name());
        grades(draft);
        objects(draft);
        draft.section(
                "Found in the source as a whole",
                "",
                FindingRows.COLUMNS,
                FindingRows.of(engine.staging().findings()));
        new PeopleReport(counts, result.owners()).addTo(draft);
        result.twice().addTo(draft);
        protectedFields(draft);
        codes(draft);
        draft.section(
                "Dates that can hardly be meant",
                "Before 1900, or more than ten years from now.",
                List.of("Column", "Dates", "Too early", "Too late"),
                counts.dates().stream()
                        .map(date -> List.of(
                                date.object() + "." + date.column(),
                                grouped(date.filled()),
                                grouped(date.early()),
                                grouped(date.late())))
                        .toList());
        new WeightsReport(counts).addTo(draft);
        customFields(draft);
        columns(draft);
        files(draft);
        next(draft);
        return draft.end(headline());
    }

    private String headline() {
        long rows = counts.objects().stream().mapToLong(ObjectCount::rows).sum();
        long aside = counts.objects().stream().mapToLong(ObjectCount::aside).sum();
        long here = counts.objects().stream().filter(ObjectCount::here).count();
        return grouped(rows) + " rows of " + here + " kinds can be used, " + grouped(aside) + " cannot; data quality "
                + Grades.score(result.grades()) + " of 100.";
    }

    private void grades(Report.Draft draft) {
        List<List<String>> rows = result.grades().stream()
                .map(grade -> List.of(
                        grade.topic(),
                        String.valueOf(grade.score()),
                        grouped(grade.good()),
                        grouped(grade.of()),
                        grade.verdict().word()))
                .toList();
        draft.chart(
                Chart.share("Score"),
                "How good the data is",
                "A score is the share that is as it should be, in hundredths; a hundred only when all is.",
                List.of("Topic", "Score", "Good", "Of", "Verdict"),
                rows);
    }

    private void objects(Report.Draft draft) {
        List<List<String>> rows = counts.objects().stream()
                .filter(ObjectCount::here)
                .map(one -> List.of(
                        one.object(), one.file(), grouped(one.rows()), grouped(one.aside()), one.first(), one.last()))
                .toList();
        draft.chart(
                Chart.stacked(List.of("Rows", "Set aside")),
                "What the source holds",
                absent(),
                List.of("Kind", "File", "Rows", "Set aside", "First changed", "Last changed"),
                rows);
    }

    private String absent() {
        String absent = counts.objects().stream()
                .filter(one -> !one.here())
                .map(ObjectCount::object)
                .collect(Collectors.joining(", "));
        return absent.isEmpty() ? "Everything the layout knows is there." : "Not there: " + absent + ".";
    }

    private void protectedFields(Report.Draft draft) {
        Map<String, List<ColumnCount>> byClass = new TreeMap<>();
        filled().forEach(column -> byClass.computeIfAbsent(AuditSheets.phi(column), any -> new ArrayList<>())
                .add(column));
        List<String> columns = new ArrayList<>(List.of("Class", "Columns", "Cells"));
        Stream.of(ColumnUse.Travel.values()).forEach(travel -> columns.add(travel.word()));
        List<List<String>> rows = new ArrayList<>();
        byClass.forEach((phi, of) -> {
            List<String> row = new ArrayList<>(List.of(
                    phi,
                    String.valueOf(of.size()),
                    grouped(of.stream().mapToLong(ColumnCount::filled).sum())));
            Stream.of(ColumnUse.Travel.values())
                    .forEach(travel -> row.add(String.valueOf(of.stream()
                            .filter(column -> column.use().travel() == travel)
                            .count())));
            rows.add(row);
        });
        draft.section(
                "What is protected, and what leaves",
                "Filled columns by class, under the mode "
                        + engine.file()
                                .policy()
                                .mode()
                                .name()
                                .toLowerCase(Locale.ROOT)
                                .replace('_', '-')
                        + ". What no mapping reads has the class that the layout gives it, and stays.",
                columns,
                rows);
        draft.detail(
                "Fields to de-identify before anything of the source is handed on",
                "Values are shown by their form: X and x are letters, 9 is a digit. In long texts, cells were counted that hold what"
                        + " is written like an e-mail address, a telephone or a social security number.",
                List.of("Field", "Class", "Cells", "Form", "Identifiers inside", "Here it"),
                filled().filter(Deidentify::isNeeded)
                        .map(column -> List.of(
                                column.object() + "." + column.column(),
                                AuditSheets.phi(column),
                                grouped(column.filled()),
                                column.form(),
                                column.type().equals("text") ? grouped(column.identifiers()) : "",
                                column.use().travel().word()))
                        .toList());
    }

    private Stream<ColumnCount> filled() {
        return counts.columns().stream().filter(column -> column.filled() > 0);
    }

    private void codes(Report.Draft draft) {
        draft.section(
                "Codes that nobody knows",
                "Records that use them are set aside. List them in the layout, or in the source's own list of codes.",
                List.of("Column", "Cells", "Unknown"),
                counts.codes().stream()
                        .filter(code -> code.unknown() > 0)
                        .map(code -> List.of(name(code), grouped(code.filled()), grouped(code.unknown())))
                        .toList());
        draft.detail(
                "Codes",
                "The codes themselves stand here where their class says that they are nobody's.",
                List.of("Column", "Cells", "Different", "Which"),
                counts.codes().stream()
                        .map(code -> List.of(
                                name(code),
                                grouped(code.filled()),
                                grouped(code.distinct()),
                                code.shown().stream()
                                        .map(one -> one.text() + " " + grouped(one.rows()))
                                        .collect(Collectors.joining(", "))))
                        .toList());
    }

    private static String name(CodeCount code) {
        return code.object() + "." + code.column();
    }

    private void customFields(Report.Draft draft) {
        draft.section(
                "Fields that the practice made",
                "One that is wanted gets a row in a mapping; the others stay, by a line under left-behind.",
                List.of("Field", "Filled", "Different", "Proposal"),
                counts.customFields().stream()
                        .map(field -> List.of(
                                field.name(), grouped(field.filled()), grouped(field.distinct()), field.proposal()))
                        .toList());
    }

    private void columns(Report.Draft draft) {
        draft.detail(
                "Columns",
                "How much of each is filled, and how many of its cells cannot be used.",
                List.of("Column", "Type", "Class", "Filled", "%", "Wrong", "What becomes of it"),
                counts.columns().stream()
                        .map(column -> List.of(
                                column.object() + "." + column.column(),
                                column.type(),
                                AuditSheets.phi(column),
                                grouped(column.filled()),
                                AuditSheets.share(column.filled(), column.rows()),
                                grouped(column.wrongCells()),
                                column.use().travel().word()))
                        .toList());
    }

    private void files(Report.Draft draft) {
        List<List<String>> files = new ArrayList<>();
        files.add(List.of("Every column", result.columns().toString()));
        files.add(List.of(
                "Every row and cell that something is wrong with",
                result.problems().toString()));
        files.add(
                List.of("Every pair that may be one human", result.duplicates().toString()));
        result.images().ifPresent(images -> {
            files.add(List.of(
                    grouped(images.images()) + " images, for whoever keeps the archive",
                    images.csv().toString()));
            files.add(List.of("The same for programs", images.json().toString()));
        });
        draft.section("Kept beside this report", "", List.of("What", "File"), files);
    }

    private void next(Report.Draft draft) {
        result.grades().stream()
                .filter(grade ->
                        grade.verdict() != Grade.Verdict.GOOD && !grade.next().isEmpty())
                .sorted(Comparator.comparing(Grade::score))
                .forEach(grade -> draft.next(grade.topic() + ": " + grade.next()));
        draft.next("Go on with `plan`, which says what would become of every record.");
    }

    static String grouped(long number) {
        return ForecastReport.grouped(number);
    }
}
