package io.dragoman.app;

import io.dragoman.ledger.RunMode;
import io.dragoman.ledger.SourceDeletions;
import io.dragoman.ledger.SourceDeletions.Outcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a run or a delta tells of what people changed since, and of records that are at the source no more. */
final class DeltaReport {
    private final Engine engine;
    private final JourneyResult result;

    DeltaReport(Engine engine, JourneyResult result) {
        this.engine = engine;
        this.result = result;
    }

    void addTo(Report.Draft draft) {
        Map<List<String>, Set<String>> kept = kept();
        draft.section(
                "Kept as people made it",
                "The source has other values for these fields; a row with `wins: source` writes them all the same.",
                List.of("Mapping", "Field", "Records"),
                byField(kept));
        draft.detail(
                "Which were kept as people made them",
                "By their keys.",
                List.of("Mapping", "Key", "Fields"),
                kept.entrySet().stream()
                        .map(one ->
                                List.of(one.getKey().get(0), one.getKey().get(1), String.join(", ", one.getValue())))
                        .toList());
        List<SourceDeletions.Entry> deleted = engine.ledger().sourceDeletions().of(result.run());
        draft.section(
                "Deleted at the source",
                "What the migration file's `deleted` made of them.",
                List.of("Mapping", "Deleted", "Reported", "Closed", "Taken out", "Kept", "Shared with others"),
                counts(deleted));
        draft.detail(
                "Which were deleted at the source",
                "By their keys.",
                List.of("Mapping", "Key", "What became of it", "Why"),
                deleted.stream()
                        .map(entry -> List.of(
                                entry.mapping(), entry.key(), entry.outcome().word(), entry.reason()))
                        .toList());
        if (result.mode() == RunMode.DELTA) {
            next(draft, deleted);
        }
    }

    /** Fields by mapping and key. */
    private Map<List<String>, Set<String>> kept() {
        Map<List<String>, Set<String>> kept = new LinkedHashMap<>();
        engine.ledger()
                .edits()
                .forEach(
                        result.run(),
                        edit -> kept.computeIfAbsent(List.of(edit.mapping(), edit.key()), any -> new TreeSet<>())
                                .add(edit.field()));
        return kept;
    }

    private static List<List<String>> byField(Map<List<String>, Set<String>> kept) {
        Map<List<String>, Long> counts = new TreeMap<>(Comparator.comparing(List::toString));
        kept.forEach((record, fields) ->
                fields.forEach(field -> counts.merge(List.of(record.get(0), field), 1L, Long::sum)));
        return counts.entrySet().stream()
                .map(one -> List.of(one.getKey().get(0), one.getKey().get(1), String.valueOf(one.getValue())))
                .toList();
    }

    private List<List<String>> counts(List<SourceDeletions.Entry> deleted) {
        List<List<String>> rows = new ArrayList<>();
        for (String mapping : result.phases().keySet()) {
            List<SourceDeletions.Entry> own = deleted.stream()
                    .filter(entry -> entry.mapping().equals(mapping))
                    .toList();
            if (!own.isEmpty()) {
                List<String> row = new ArrayList<>(
                        List.of(engine.blueprint().mappings().get(mapping).title(), String.valueOf(own.size())));
                for (Outcome outcome : Outcome.values()) {
                    row.add(String.valueOf(own.stream()
                            .filter(entry -> entry.outcome() == outcome)
                            .count()));
                }
                rows.add(row);
            }
        }
        return rows;
    }

    private void next(Report.Draft draft, List<SourceDeletions.Entry> deleted) {
        if (deleted.stream().anyMatch(entry -> entry.reason().equals(Deletions.MANY))) {
            draft.next(
                    "So many records were deleted at once that nothing was done about them. Look at the export; if it is right,"
                            + " waive " + Deletions.MANY + ".");
        }
        if (deleted.stream().anyMatch(entry -> entry.outcome() == Outcome.REPORTED)) {
            draft.next(
                    "Decide what becomes of records that were deleted at the source: `deleted: close` or `deleted: delete`.");
        }
        if (result.deletions().unproven() > 0) {
            draft.next(result.deletions().unproven()
                    + " records are not in the export, which does not prove that they were"
                    + " deleted: add a manifest, or set source.complete.");
        }
        if (engine.file().source().changes() != null) {
            new HighWater(engine)
                    .next()
                    .ifPresent(
                            moment -> draft.next("An export of changes that follows has to begin at " + moment + "."));
        }
    }
}
