package io.dragoman.app;

import io.dragoman.duplicates.Cluster;
import io.dragoman.duplicates.DuplicateSearch;
import io.dragoman.duplicates.Duplicates;
import io.dragoman.duplicates.Evidence;
import io.dragoman.duplicates.Likeness;
import io.dragoman.staging.StagedHumans;
import io.dragoman.staging.Staging;
import io.dragoman.staging.Topic;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** People whom a source probably has twice, as an audit tells them: proposals with their evidence, and nobody is joined. */
final class TwicePeople {
    private static final List<String> COLUMNS =
            List.of("Kind", "One", "Other", "Probability", "Same household", "Evidence");

    /** More than a person reads in a page; the sheet has all. */
    private static final int SHOWN = 200;

    private final Map<String, Duplicates> found = new LinkedHashMap<>();

    private TwicePeople() {}

    /** Looks among the people of every object that the layout says has any. */
    static TwicePeople in(Staging staging) {
        TwicePeople twice = new TwicePeople();
        for (Topic topic : staging.layout().topics(Topic.Kind.PEOPLE)) {
            try (StagedHumans humans = staging.humans(topic)) {
                twice.found.put(topic.object(), DuplicateSearch.among(humans));
            }
        }
        return twice;
    }

    /** Rows that are probably a second one of somebody. */
    long doubled() {
        return found.values().stream()
                .flatMap(duplicates -> duplicates.clusters().stream())
                .mapToLong(cluster -> cluster.keys().size() - 1L)
                .sum();
    }

    Path write(Path folder) {
        Path path = folder.resolve("audit-duplicates.csv");
        try (SheetFile sheet = SheetFile.create(path, COLUMNS)) {
            found.forEach((object, duplicates) -> duplicates.pairs().forEach(pair -> sheet.row(cells(object, pair))));
        }
        return path;
    }

    private static List<String> cells(String object, Likeness pair) {
        return List.of(
                object, pair.left(), pair.right(), share(pair.probability()), share(pair.household()), evidence(pair));
    }

    private static String evidence(Likeness pair) {
        return pair.evidence().stream().map(TwicePeople::told).collect(Collectors.joining("; "));
    }

    private static String told(Evidence evidence) {
        return evidence.words() + " " + evidence.left()
                + (evidence.left().equals(evidence.right()) ? "" : " | " + evidence.right());
    }

    private static String share(double probability) {
        return String.format(Locale.ROOT, "%.3f", probability);
    }

    void addTo(Report.Draft draft) {
        List<List<String>> objects = new ArrayList<>();
        List<List<String>> clusters = new ArrayList<>();
        found.forEach((object, duplicates) -> {
            if (duplicates.humans() > 0) {
                objects.add(List.of(
                        object,
                        InventoryReport.grouped(duplicates.humans()),
                        InventoryReport.grouped(duplicates.compared()),
                        InventoryReport.grouped(duplicates.pairs().size()),
                        InventoryReport.grouped(duplicates.clusters().size()),
                        InventoryReport.grouped(duplicates.crowded())));
            }
            duplicates.clusters().forEach(cluster -> clusters.add(row(object, cluster)));
        });
        draft.section(
                "People who may be there twice",
                "Proposals for a person to decide. Members of one household are kept apart, and nobody is joined for this.",
                List.of("Kind", "People", "Pairs weighed", "Pairs proposed", "Humans", "Pairs too common to weigh"),
                objects);
        draft.detail(
                "Which may be one human",
                "The most evident first; the sheet beside this report has every pair. Values are shown by their form, and the weight of each fact in bits.",
                List.of("Kind", "Keys", "Probability", "Evidence"),
                clusters.stream().limit(SHOWN).toList());
    }

    private static List<String> row(String object, Cluster cluster) {
        return List.of(
                object,
                String.join(", ", cluster.keys()),
                share(cluster.probability()),
                cluster.pairs().stream().findFirst().map(TwicePeople::evidence).orElse(""));
    }
}
