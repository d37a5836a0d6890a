package io.dragoman.app;

import io.dragoman.ledger.RunMode;
import io.dragoman.model.Fate;
import io.dragoman.run.SchemaPlan.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What a plan, a run or a replay tells at its end. */
final class JourneyReport {
    private final Engine engine;

    JourneyReport(Engine engine) {
        this.engine = engine;
    }

    Report of(String verb, JourneyResult result) {
        return of(verb, result, draft -> {});
    }

    /** @param more adds what else the verb has to tell, after the records and before what to do next */
    Report of(String verb, JourneyResult result, Consumer<Report.Draft> more) {
        Report.Draft draft = new Report.Draft(verb, engine.file().name()).run(result.run());
        draft.section(
                "In the way of a run",
                "Nothing can be written before these are mended; a finding can be waived by name under overrides.waive.",
                List.of("Code", "Where", "What to do"),
                result.preparation().obstacles().stream()
                        .map(problem -> List.of(problem.code(), problem.place(), problem.advice()))
                        .toList());
        cost(draft, result);
        fates(draft, result);
        more.accept(draft);
        setAside(draft, result);
        swept(draft, result.swept());
        new DeltaReport(engine, result).addTo(draft);
        owners(draft, result);
        schema(draft, result);
        draft.section(
                "Kept back by the policy",
                "These values never leave.",
                WithheldTable.COLUMNS,
                WithheldTable.of(engine.blueprint().mappings(), engine.file().policy()));
        draft.section(
                "Found in the export",
                "",
                FindingRows.COLUMNS,
                FindingRows.of(engine.staging().findings()));
        if (result.mode() == RunMode.PLAN) {
            draft.section(
                    "Values that no mapping lists",
                    "They are let through, or left out, as their row says. Who approves the mapping approves these.",
                    UnlistedValues.COLUMNS,
                    engine.remarks().unlisted().rows());
            MappingTable.addTo(
                    draft, engine.blueprint().mappings(), engine.file().policy());
        }
        next(draft, result);
        return draft.end(headline(result));
    }

    private void cost(Report.Draft draft, JourneyResult result) {
        RunForecast forecast = result.forecast();
        if (forecast != null) {
            new ForecastReport(engine, forecast, Instant.now()).addTo(draft);
            room(draft, result);
        } else if (result.mode() == RunMode.RUN) {
            new CostReport(engine, result).addTo(draft);
            draft.section(
                    "Seen before in small",
                    "A run rests on a sample that came back as expected, or on the name of who waived it.",
                    SampleNote.COLUMNS,
                    List.of(SampleNote.ofRun(engine)));
        }
    }

    private void room(Report.Draft draft, JourneyResult result) {
        MigrationFile.Target target = engine.file().target();
        Preparation known = result.preparation();
        List<RoomReport.PhaseOfKind> phases = result.phases().entrySet().stream()
                .map(phase -> new RoomReport.PhaseOfKind(
                        engine.blueprint().mappings().get(phase.getKey()).targetKind(), phase.getValue()))
                .toList();
        if (RoomReport.isCapped(target)) {
            draft.section(
                    "Room in the account",
                    "What the plan holds at most. Where it is too little, Pipedrive refuses or keeps waiting what comes last.",
                    List.of("What", "Has", "Comes", "Allowed", "State"),
                    new RoomReport(target, known.catalogue(), known.schema(), known.room()).rows(phases));
        }
    }

    private String headline(JourneyResult result) {
        long created = result.count(Fate.CREATED);
        long updated = result.count(Fate.UPDATED);
        long unchanged = result.count(Fate.UNCHANGED);
        long aside = result.count(Fate.SET_ASIDE) + result.swept().notListed();
        String would = result.mode() == RunMode.PLAN ? " would be" : "";
        String text = created + " records" + would + " created, " + updated + " updated, " + unchanged + " unchanged, "
                + aside + " set aside" + others(result) + "; " + price(result);
        if (!result.preparation().obstacles().isEmpty()) {
            return "A run would be refused: "
                    + result.preparation().obstacles().get(0).code() + ". " + text;
        }
        return result.stopped() ? "Stopped early. " + text : text;
    }

    private String price(JourneyResult result) {
        RunForecast forecast = result.forecast();
        return forecast == null
                ? result.tokens() + " tokens spent."
                : result.tokens() + " tokens spent on looking. "
                        + new ForecastReport(engine, forecast, Instant.now()).sentence();
    }

    private static String others(JourneyResult result) {
        StringBuilder others = new StringBuilder();
        for (Fate fate : List.of(Fate.MATCHED, Fate.KEPT, Fate.JOINED, Fate.WITHHELD, Fate.LEFT_BEHIND)) {
            if (result.count(fate) > 0) {
                others.append(", ").append(result.count(fate)).append(' ').append(word(fate));
            }
        }
        return others.toString();
    }

    private static String word(Fate fate) {
        return fate.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private void fates(Report.Draft draft, JourneyResult result) {
        List<String> columns = new ArrayList<>(List.of("What", "Records"));
        List<Fate> shown =
                Stream.of(Fate.values()).filter(fate -> result.count(fate) > 0).toList();
        shown.forEach(fate -> columns.add(word(fate)));
        List<List<String>> rows = new ArrayList<>();
        result.phases().forEach((name, phase) -> {
            List<String> row = new ArrayList<>();
            row.add(engine.blueprint().mappings().get(name).title());
            row.add(String.valueOf(phase.records()));
            shown.forEach(fate -> row.add(String.valueOf(phase.count(fate))));
            rows.add(row);
        });
        draft.chart(
                Chart.stacked(columns.subList(2, columns.size())),
                "Records",
                "Each record read has exactly one fate.",
                columns,
                rows);
    }

    private void setAside(Report.Draft draft, JourneyResult result) {
        if (result.count(Fate.SET_ASIDE) > 0) {
            draft.section(
                    "Set aside",
                    "They are kept in the ledger by key and reason; `quarantine list` says what to do.",
                    List.of("Code", "Records"),
                    engine.ledger().quarantine().countsByCode().entrySet().stream()
                            .map(entry -> List.of(entry.getKey(), String.valueOf(entry.getValue())))
                            .toList());
        }
        List<List<String>> notes = new ArrayList<>();
        result.phases()
                .forEach((name, phase) ->
                        phase.notes().forEach((note, count) -> notes.add(List.of(name, note, String.valueOf(count)))));
        draft.section("Noted", "No record was held up by these.", List.of("Mapping", "What", "Times"), notes);
    }

    private static void swept(Report.Draft draft, Sweeping.Result mended) {
        List<List<String>> rows = new ArrayList<>();
        if (mended.copies() > 0) {
            rows.add(List.of("there twice, the second copy deleted", String.valueOf(mended.copies())));
        }
        if (mended.missing() > 0) {
            rows.add(List.of("got lost in the account, written again", String.valueOf(mended.missing())));
        }
        if (mended.notListed() > 0) {
            rows.add(List.of("accepted but not listed, set aside", String.valueOf(mended.notListed())));
        }
        draft.section(
                "Mended", "At the end the account was compared with the ledger.", List.of("What", "Records"), rows);
    }

    private void owners(Report.Draft draft, JourneyResult result) {
        draft.section(
                "People without a user of their own",
                "How many records of each are on their way.",
                OwnersReport.COLUMNS,
                new OwnersReport(
                                result.preparation().catalogue(),
                                engine.owners().asked())
                        .rows(result.preparation().unmatched()));
    }

    private static void schema(Report.Draft draft, JourneyResult result) {
        List<List<String>> rows = new ArrayList<>();
        result.preparation().schema().checklist().stream()
                .filter(entry -> result.mode() == RunMode.PLAN || entry.state() == State.RENAMED)
                .forEach(entry -> rows.add(List.of(
                        entry.name(),
                        entry.state().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                        entry.note())));
        draft.section(
                "Schema", "What the account needs before the first record.", List.of("What", "State", "Note"), rows);
    }

    private void next(Report.Draft draft, JourneyResult result) {
        if (result.stopped()) {
            draft.next("Go on with the same verb: nothing is lost, nothing is written twice.");
        }
        if (result.count(Fate.SET_ASIDE) > 0) {
            draft.next("See why records were set aside: `quarantine list`; mend them, then `quarantine replay`.");
        }
        if (!result.preparation().obstacles().isEmpty()) {
            draft.next("Mend what is in the way of a run, above.");
        }
        if (result.mode() == RunMode.PLAN) {
            draft.next(
                    "Read the mapping in the report; approve it with `approve --as mapping --by NAME`, then `prepare`, `sample` and `run`.");
        } else if (!result.stopped()) {
            draft.next("Look at the records in Pipedrive; `rollback` takes them back.");
        }
    }
}
