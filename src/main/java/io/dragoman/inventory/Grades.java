package io.dragoman.inventory;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.ToLongFunction;

/** Weighs what an inventory counted: a score and a verdict for each topic there is anything of. */
public final class Grades {
    private static final Set<String> NOT_OF_CELLS = Set.of("dangling-reference", "unknown-code");

    private final Counts counts;
    private final List<Grade> grades = new ArrayList<>();

    private Grades(Counts counts) {
        this.counts = counts;
    }

    /**
     * The grades in the order of the report.
     *
     * @param doubled rows that are probably a second one of the same human
     */
    public static List<Grade> of(Counts counts, long doubled) {
        Grades all = new Grades(counts);
        all.rows();
        all.cells();
        all.people(doubled);
        all.files();
        all.open();
        return List.copyOf(all.grades);
    }

    /** The mean of all scores; a hundred when there is nothing to weigh. */
    public static int score(List<Grade> grades) {
        return grades.isEmpty() ? 100 : grades.stream().mapToInt(Grade::score).sum() / grades.size();
    }

    private void grade(String topic, long bad, long of, String next, Grade.Verdict worst) {
        if (of > 0) {
            grades.add(Grade.of(topic, of - Math.min(bad, of), of, next).atWorst(worst));
        }
    }

    private void rows() {
        long usable = sum(counts.objects(), ObjectCount::rows);
        long aside = sum(counts.objects(), ObjectCount::aside);
        grade(
                "Rows that can be read",
                aside,
                usable + aside,
                "Mend the rows in audit-problems.csv at the source, and export again.",
                Grade.Verdict.ACT);
    }

    private void cells() {
        long filled = sum(counts.columns(), ColumnCount::filled);
        long wrong = counts.columns().stream()
                .flatMap(column -> column.wrong().entrySet().stream())
                .filter(code -> !NOT_OF_CELLS.contains(code.getKey()))
                .mapToLong(java.util.Map.Entry::getValue)
                .sum();
        grade(
                "Cells as their type asks",
                wrong,
                filled,
                "Records that use such a cell are set aside: mend them by audit-problems.csv.",
                Grade.Verdict.ACT);
        grade(
                "Dates that can be meant",
                sum(counts.dates(), date -> date.early() + date.late()) + sum(counts.people(), PeopleCount::oddBirth),
                counts.columns().stream()
                        .filter(column -> column.type().startsWith("date"))
                        .mapToLong(ColumnCount::filled)
                        .sum(),
                "They travel as they are: look at them at the source.",
                Grade.Verdict.LOOK);
        wrong(
                "References that lead somewhere",
                "dangling-reference",
                counts.columns().stream().filter(ColumnCount::refers).toList(),
                "Export what they name too; each mapping's link says what becomes of the others.");
        wrong(
                "Codes that are known",
                "unknown-code",
                counts.columns().stream()
                        .filter(column -> column.type().equals("code"))
                        .toList(),
                "List them among the layout's codes, or in the source's own list of codes.");
    }

    private void wrong(String topic, String code, List<ColumnCount> columns, String next) {
        grade(
                topic,
                columns.stream()
                        .mapToLong(column -> column.wrong().getOrDefault(code, 0L))
                        .sum(),
                sum(columns, ColumnCount::filled),
                next,
                Grade.Verdict.ACT);
    }

    private void people(long doubled) {
        long people = sum(counts.people(), PeopleCount::people);
        grade(
                "People with a sound e-mail address",
                sum(counts.people(), one -> one.noEmail() + one.badEmail()),
                people,
                "They travel and are flagged; ask for addresses before the move if mails are to go out.",
                Grade.Verdict.LOOK);
        grade(
                "People who can be reached",
                sum(counts.people(), PeopleCount::unreachable),
                people,
                "Nobody can call or write to them: ask at their next visit.",
                Grade.Verdict.LOOK);
        grade(
                "People who are there once",
                doubled,
                people,
                "Look at the proposed pairs; join them at the source, or leave them apart.",
                Grade.Verdict.LOOK);
    }

    private void files() {
        List<FileCount> travelling =
                counts.files().stream().filter(FileCount::travel).toList();
        grade(
                "Files that can be sent",
                sum(travelling, FileCount::held),
                sum(travelling, FileCount::files),
                "Add what is missing to the export; what is too large needs an archive, or a larger target.largest-file.",
                Grade.Verdict.ACT);
        List<FileCount> images =
                counts.files().stream().filter(files -> !files.travel()).toList();
        grade(
                "Images with a digest",
                sum(images, FileCount::noDigest),
                sum(images, FileCount::files),
                "Without one nobody can prove that the archive holds the same picture.",
                Grade.Verdict.LOOK);
    }

    private void open() {
        grade(
                "Business that is finished",
                sum(counts.open(), OpenCount::open),
                sum(counts.open(), OpenCount::rows),
                "Finish it at the source before the switch, or waive it by name.",
                Grade.Verdict.ACT);
    }

    private static <T> long sum(List<T> all, ToLongFunction<T> of) {
        return all.stream().mapToLong(of).sum();
    }
}
