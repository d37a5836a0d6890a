package io.dragoman.app;

import io.dragoman.ledger.Ledger;
import io.dragoman.ledger.Plan;
import io.dragoman.ledger.Run;
import io.dragoman.ledger.RunState;
import io.dragoman.mapping.Mappings;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The saved plans, and what is known against them without asking source or account. */
final class PlansReport {
    static final List<String> COLUMNS = List.of("Plan", "Made", "Writes", "Hash", "State");

    static final int HASH_SHOWN = 12;

    private PlansReport() {}

    static Report of(MigrationFile file, Mappings mappings, Ledger ledger) {
        List<List<String>> rows = rows(file, mappings, ledger);
        Report.Draft draft = new Report.Draft("plans", file.name())
                .section(
                        "Plans",
                        "Whether source and account are still the same, only `run --plan` finds out.",
                        COLUMNS,
                        rows);
        draft.next(rows.isEmpty() ? "Make one with `plan`." : "Do exactly what a plan says: `run --plan ID`.");
        return draft.end(rows.size() == 1 ? "1 plan is saved." : rows.size() + " plans are saved.");
    }

    static List<List<String>> rows(MigrationFile file, Mappings mappings, Ledger ledger) {
        List<List<String>> rows = new ArrayList<>();
        for (Plan plan : ledger.plans().all()) {
            rows.add(List.of(
                    plan.run(),
                    ledger.runs()
                            .find(plan.run())
                            .map(run -> Moments.text(run.started()))
                            .orElse(""),
                    ForecastReport.grouped(plan.writes()),
                    plan.hash().substring(0, HASH_SHOWN),
                    state(file, mappings, ledger, plan)));
        }
        return rows;
    }

    private static String state(MigrationFile file, Mappings mappings, Ledger ledger, Plan plan) {
        Optional<Run> last = plan.carriedOutBy().isEmpty()
                ? Optional.empty()
                : ledger.runs().find(plan.carriedOutBy().get(plan.carriedOutBy().size() - 1));
        if (last.filter(run -> run.state() == RunState.DONE).isPresent()) {
            return "carried out by " + last.get().id();
        }
        List<String> changes = new ArrayList<>(PlanBasis.changes(plan.parts(), PlanBasis.ofFiles(file, mappings)));
        changes.addAll(PlanKeeping.runsSince(ledger, plan.run()));
        if (!Files.exists(PlanMaking.file(file, plan.run()))) {
            changes.add("its file is missing");
        }
        if (!changes.isEmpty()) {
            return "stale: " + String.join("; ", changes);
        }
        return last.map(run -> "begun by " + run.id() + "; go on with `run --plan " + plan.run() + "`")
                .orElse("nothing is known against it");
    }
}
