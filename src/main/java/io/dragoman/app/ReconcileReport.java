package io.dragoman.app;

import io.dragoman.model.Mapping;
import io.dragoman.model.Price;
import io.dragoman.model.TargetId;
import io.dragoman.run.Mismatch;
import io.dragoman.run.Mismatch.Sort;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a comparison tells at its end, and before it begins. Counts, keys and names of fields. */
final class ReconcileReport {
    private static final String VERB = "reconcile";
    private static final String MATCH = "Match";

    private final Engine engine;

    ReconcileReport(Engine engine) {
        this.engine = engine;
    }

    /** What looking would cost. @param records to ask about who changed them */
    Report preview(int records) {
        List<List<String>> rows = new ArrayList<>();
        ReconcilePrices prices = new ReconcilePrices(engine);
        Price sum = prices.account();
        rows.add(priced("Fields, users and pipelines of the account", sum));
        for (Map.Entry<Mapping, Price> one : prices.lists().entrySet()) {
            rows.add(priced(one.getKey().title(), one.getValue()));
            sum = sum.plus(one.getValue());
        }
        Price authors = prices.authors(records);
        rows.add(priced("Who changed what, at the most", authors));
        return new Report.Draft("reconcile-preview", engine.file().name())
                .section(
                        "What looking would cost",
                        "Lists of what we wrote. What others have in the account comes on top, 500 records to a request.",
                        List.of("What", "Requests", "Tokens"),
                        rows)
                .next("Look: `reconcile`. With `--who 0` nobody is asked who changed what.")
                .end("Looking costs about " + sum.tokens() + " tokens, and up to " + authors.tokens()
                        + " more where people changed something; it takes "
                        + PlanTime.own(engine, Instant.now()).takes(sum.plus(authors)) + ".");
    }

    private static List<String> priced(String what, Price price) {
        return List.of(what, String.valueOf(price.requests()), String.valueOf(price.tokens()));
    }

    Report of(Reconcile.Result result) {
        Report.Draft draft = new Report.Draft(VERB, engine.file().name()).run(result.run());
        objects(draft, result);
        draft.section(
                "Where they do not agree",
                "All of them stand in " + result.table().getFileName() + " beside this report.",
                List.of("Mismatch", "Records", "Means", "What to do"),
                sorts(result));
        for (Sort sort : Sort.values()) {
            draft.detail(
                    "The first of: " + sort.word(),
                    sort.meaning(),
                    List.of("Mapping", "Source key", "Id in the account", "Fields", "Changed by"),
                    result.found().first(sort).stream()
                            .map(ReconcileReport::row)
                            .toList());
        }
        healed(draft, result.healed());
        next(draft, result);
        return draft.end(headline(result));
    }

    private static List<String> row(Mismatch mismatch) {
        TargetId target = mismatch.target();
        return List.of(
                mismatch.mapping(),
                mismatch.key(),
                target == null ? "" : target.value(),
                String.join(", ", mismatch.fields().keySet()),
                MismatchTable.changes(mismatch));
    }

    private static void objects(Report.Draft draft, Reconcile.Result result) {
        List<List<String>> rows = new ArrayList<>();
        result.standings().forEach((mapping, standing) -> {
            long settled = standing.ledger().settled();
            rows.add(List.of(
                    mapping.title(),
                    String.valueOf(standing.source().records()),
                    String.valueOf(standing.source().staying()),
                    String.valueOf(settled),
                    String.valueOf(standing.ledger().there()),
                    String.valueOf(settled - standing.ledger().there()),
                    String.valueOf(result.found().count(mapping.name(), Sort.EDITED)),
                    rate(standing.ledger().asWritten(), settled)));
        });
        draft.chart(
                Chart.share(MATCH),
                "Source, ledger and account",
                "Settled are records that the ledger has a receipt for, joined ones among them. A match is there once and holds what"
                        + " was written; what people changed is no mismatch of ours.",
                List.of("What", "Source", "Stay there", "Settled", "In the account", "Difference", "Edited", MATCH),
                rows);
    }

    /** Never rounded up to a hundred. */
    private static String rate(long asWritten, long settled) {
        return settled == 0
                ? ""
                : BigDecimal.valueOf(asWritten)
                                .multiply(BigDecimal.valueOf(100))
                                .divide(BigDecimal.valueOf(settled), 2, RoundingMode.FLOOR)
                        + "%";
    }

    private static List<List<String>> sorts(Reconcile.Result result) {
        List<List<String>> rows = new ArrayList<>();
        for (Sort sort : Sort.values()) {
            long count = result.found().count(sort);
            if (count > 0) {
                rows.add(List.of(sort.word(), String.valueOf(count), sort.meaning(), sort.advice()));
            }
        }
        return rows;
    }

    private static void healed(Report.Draft draft, Healing.Result healed) {
        List<List<String>> rows = new ArrayList<>();
        add(rows, "writes without an answer, asked about", healed.settled());
        add(rows, "second copies, deleted", healed.copies());
        add(rows, "records with fields sent once more", healed.amended());
        add(rows, "records written again", healed.created());
        add(rows, "records linked to these, changed", healed.relinked());
        add(rows, "set aside, see the quarantine", healed.setAside());
        draft.section(
                "Healed",
                "Each write has its intent and its receipt, and `rollback --run` takes it back.",
                List.of("What", "Records"),
                rows);
    }

    private static void add(List<List<String>> rows, String what, long count) {
        if (count > 0) {
            rows.add(List.of(what, String.valueOf(count)));
        }
    }

    private static void next(Report.Draft draft, Reconcile.Result result) {
        if (result.stopped()) {
            draft.next("It was stopped before its end; start the same verb again.");
        }
        boolean healed = result.wishes().heals();
        for (Sort sort : Sort.values()) {
            if (result.found().count(sort) > 0 && !(healed && sort.ours())) {
                draft.next(sort.word() + ": " + sort.advice() + ".");
            }
        }
        if (healed && !result.stopped()) {
            draft.next("See that it holds: `reconcile` once more.");
        }
        if (draft.nothingNext()) {
            draft.next("Nothing. `rollback` would take everything back.");
        }
    }

    private static String headline(Reconcile.Result result) {
        long settled = result.standings().values().stream()
                .mapToLong(standing -> standing.ledger().settled())
                .sum();
        long asWritten = result.standings().values().stream()
                .mapToLong(standing -> standing.ledger().asWritten())
                .sum();
        String found = result.found().count() == 0
                ? "Ledger, source and account agree on all " + settled + " records"
                : mismatches(result.found().count()) + "; " + asWritten + " of " + settled
                        + " records are in the account as they were written, but for what people changed";
        String after = result.wishes().heals() ? "; after healing, left: " + mismatches(result.left()) : "";
        return (result.stopped() ? "Stopped early. " : "") + found + after + "; " + result.tokens() + " tokens spent.";
    }

    private static String mismatches(long count) {
        return count + (count == 1 ? " mismatch" : " mismatches");
    }
}
