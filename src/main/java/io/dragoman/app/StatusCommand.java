package io.dragoman.app;

import io.dragoman.ledger.Ledger;
import io.dragoman.ledger.Plan;
import io.dragoman.ledger.Run;
import io.dragoman.ledger.RunState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code status}: what the ledger knows, without asking source or target. */
@Command(name = "status", description = "Shows runs, counts, tokens and what is open.", mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {
    @Mixin
    private final VerbOptions options = new VerbOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() {
        MigrationFile file = options.migration();
        try (Ledger ledger = options.ledger(file)) {
            new ReportPrinter(spec.commandLine().getOut(), options.json()).print(report(file, ledger), file.reports());
        }
        return ExitCode.DONE;
    }

    private static Report report(MigrationFile file, Ledger ledger) {
        List<Run> runs = ledger.runs().all();
        int open = ledger.writes().open(null).size();
        Map<String, Long> setAside = ledger.quarantine().countsByCode();
        Report.Draft draft = new Report.Draft("status", file.name())
                .section(
                        "Runs",
                        "",
                        List.of("Run", "Verb", "State", "Started", "Ended", "Records", "Tokens of writes", "Advice"),
                        rows(runs))
                .section(
                        "Plans",
                        "`plan --list` tells what is known against them.",
                        List.of("Plan", "Writes", "Hash", "Carried out by"),
                        ledger.plans().all().stream()
                                .map(StatusCommand::planned)
                                .toList())
                .chart(
                        Chart.bars("Tokens"),
                        "Tokens by day",
                        "All that this ledger knows of the account's days, as the account counts them.",
                        List.of("Day", "Tokens"),
                        ledger.tokens().byDay(file.target().company()).entrySet().stream()
                                .map(day -> List.of(day.getKey().toString(), ForecastReport.grouped(day.getValue())))
                                .toList())
                .chart(
                        Chart.bars("Records"),
                        "Set aside",
                        "",
                        List.of("Code", "Records"),
                        setAside.entrySet().stream()
                                .map(entry -> List.of(entry.getKey(), String.valueOf(entry.getValue())))
                                .toList());
        ledger.samples()
                .latest()
                .ifPresent(sample -> draft.section("Sample", "", SampleNote.COLUMNS, List.of(SampleNote.row(sample))));
        if (open > 0) {
            draft.next(open + " writes have no receipt; the next `run` asks the target about them.");
        }
        unfinished(runs)
                .ifPresent(run -> draft.next("Go on with `" + run.mode().word() + "`: " + run.id() + " ended as "
                        + run.state().word() + "."));
        ledger.deltaWindows()
                .open()
                .ifPresent(window -> draft.next("A window of deltas is open until " + Moments.text(window.ends())
                        + "; the next one is due " + Moments.text(window.next()) + ". Go on with `delta --for`."));
        if (!setAside.isEmpty()) {
            draft.next("See what was set aside: `quarantine list`.");
        }
        Budget.of(file, ledger).left().ifPresent(left -> draft.next("Tokens left to us today: " + left + "."));
        if (runs.isEmpty()) {
            draft.next("Begin with `plan`.");
        }
        if (draft.nothingNext()) {
            draft.next("Nothing is open.");
        }
        return draft.end(
                runs.isEmpty()
                        ? "Nothing has run yet."
                        : runs.size() + " runs, the last one "
                                + runs.get(runs.size() - 1).state().word() + ".");
    }

    /** The last run, unless it came to its end; a later one of the same verb takes up what an earlier one left. */
    private static Optional<Run> unfinished(List<Run> runs) {
        return runs.isEmpty()
                ? Optional.empty()
                : Optional.of(runs.get(runs.size() - 1))
                        .filter(run -> run.state() != RunState.DONE && run.state() != RunState.PLANNED);
    }

    private static List<String> planned(Plan plan) {
        return List.of(
                plan.run(),
                ForecastReport.grouped(plan.writes()),
                plan.hash().substring(0, PlansReport.HASH_SHOWN),
                String.join(", ", plan.carriedOutBy()));
    }

    private static String state(Run run) {
        return run.waitingUntil() == null
                ? run.state().word()
                : run.state().word() + " until " + Moments.text(run.waitingUntil());
    }

    private static List<List<String>> rows(List<Run> runs) {
        List<List<String>> rows = new ArrayList<>();
        for (Run run : runs) {
            long records = run.counts().values().stream()
                    .flatMap(counts -> counts.values().stream())
                    .mapToLong(Long::longValue)
                    .sum();
            rows.add(List.of(
                    run.id(),
                    run.mode().word(),
                    state(run),
                    Moments.text(run.started()),
                    Moments.text(run.ended()),
                    String.valueOf(records),
                    String.valueOf(run.tokens()),
                    wasTakenUp(run, runs) ? "" : run.advice()));
        }
        return rows;
    }

    /** Whether a later run of the verb came to its end, so that nobody needs the advice any more. */
    private static boolean wasTakenUp(Run run, List<Run> runs) {
        return runs.subList(runs.indexOf(run) + 1, runs.size()).stream()
                .anyMatch(later -> later.mode() == run.mode() && later.state() == RunState.DONE);
    }
}
