package io.dragoman.app;

import static io.dragoman.app.InventoryReport.grouped;

import io.dragoman.inventory.Counts;
import io.dragoman.inventory.FileCount;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What an audit tells of files, open business and money. */
final class WeightsReport {
    private static final long MEGABYTE = 1_000_000;
    private static final List<String> SIZES = List.of("to 1 MB", "to 10 MB", "to 25 MB", "to 50 MB", "larger");
    private static final String TOO_FEW = "too few to tell";

    private final Counts counts;

    WeightsReport(Counts counts) {
        this.counts = counts;
    }

    void addTo(Report.Draft draft) {
        files(draft);
        draft.section(
                "Business that is still open",
                "What is open at the switch has to be finished at the source; nothing of it moves.",
                List.of("Kind", "Rows", "Open", "Amount", "Oldest"),
                counts.open().stream()
                        .map(one -> List.of(
                                one.object(),
                                grouped(one.rows()),
                                grouped(one.open()),
                                told(one.open(), one.amount()),
                                told(one.open(), one.since())))
                        .toList());
        draft.section(
                "What is owed",
                "A sum stands here only when at least five people are behind it.",
                List.of("Kind", "Accounts", "Owe", "In credit", "In all"),
                counts.owed().stream()
                        .map(one -> List.of(
                                one.object(),
                                grouped(one.rows()),
                                grouped(one.owing()),
                                grouped(one.credit()),
                                told(one.owing() + one.credit(), one.total())))
                        .toList());
    }

    private static String told(long behind, Optional<?> sum) {
        return sum.map(Object::toString).orElse(behind == 0 ? "" : TOO_FEW);
    }

    private void files(Report.Draft draft) {
        List<String> columns = new ArrayList<>(List.of("Kind", "Files"));
        columns.addAll(SIZES);
        columns.addAll(List.of("Unknown", "MB in all", "Too large", "No digest", "No archive", "Cannot be read"));
        List<List<String>> rows =
                counts.files().stream().map(WeightsReport::row).toList();
        draft.chart(
                Chart.stacked(SIZES),
                "Files and images by size",
                "Files travel when they are not too large for the account. Images never travel; their list lies beside this report.",
                columns,
                rows);
    }

    private static List<String> row(FileCount one) {
        List<String> row =
                new ArrayList<>(List.of(one.object() + (one.travel() ? "" : " (stay)"), grouped(one.files())));
        one.bySize().forEach(files -> row.add(grouped(files)));
        row.addAll(List.of(
                grouped(one.unknown()),
                grouped((one.bytes() + MEGABYTE - 1) / MEGABYTE),
                one.travel() ? grouped(one.tooLarge()) : "",
                grouped(one.noDigest()),
                one.travel() ? "" : grouped(one.noPlace()),
                one.troubles().entrySet().stream()
                        .map(code -> code.getKey() + " " + grouped(code.getValue()))
                        .collect(Collectors.joining(", "))));
        return row;
    }
}
