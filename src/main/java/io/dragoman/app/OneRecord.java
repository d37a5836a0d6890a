package io.dragoman.app;

import io.dragoman.ledger.Quarantine.Entry;
import io.dragoman.model.Fate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What a plan tells of one record: its fate, and every field that would be sent. */
final class OneRecord {
    /** A record has no more fields than this. */
    private static final int ALL = 400;

    private OneRecord() {}

    /** @param named mapping and key, with a slash between them */
    static Report report(Engine engine, String named, JourneyResult result, RecordDiff told, String files) {
        Report.Draft draft = new Report.Draft("plan-record", engine.file().name())
                .run(result.run())
                .section(
                        "Fields",
                        "Protected values are shown by their form. The same is in " + files + ".csv.",
                        RecordDiff.COLUMNS,
                        told.first(ALL))
                .section(
                        "Set aside",
                        "",
                        List.of("Code", "Place", "What to do"),
                        engine.ledger().quarantine().find(named.substring(named.indexOf('/') + 1)).stream()
                                .filter(entry -> entry.run().equals(result.run())
                                        && named.equals(entry.mapping() + "/" + entry.key()))
                                .map(OneRecord::row)
                                .toList());
        draft.next("`plan` says the same of all records, and saves it.");
        return draft.end(named + ": " + fate(result));
    }

    private static List<String> row(Entry entry) {
        return List.of(
                entry.problem().code(), entry.problem().place(), entry.problem().advice());
    }

    private static String fate(JourneyResult result) {
        return Stream.of(Fate.values())
                .filter(fate -> result.count(fate) > 0)
                .findFirst()
                .map(fate -> switch (fate) {
                    case CREATED -> "it would be created.";
                    case UPDATED -> "it would be updated.";
                    case MATCHED -> "the account has it already; it would be taken over.";
                    default ->
                        "it would be " + fate.name().toLowerCase(Locale.ROOT).replace('_', ' ') + ".";
                })
                .orElse("the source has no such record, or only one that cannot be read.");
    }
}
