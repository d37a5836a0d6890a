package io.dragoman.app;

import io.dragoman.ledger.Plan;
import io.dragoman.ledger.RunMode;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code plan}: everything a run would do, and nothing of it done. */
@Command(
        name = "plan",
        description = "Maps everything, compares it with the account, and says what a run would do. Writes nothing."
                + " What it says is saved: `run --plan` does exactly that.",
        mixinStandardHelpOptions = true)
final class PlanCommand implements Callable<Integer> {
    /** The name of both files of a diff; a later plan writes them anew. */
    private static final String DIFF = "plan-diff";

    @Mixin
    private final VerbOptions options = new VerbOptions();

    @Option(names = "--diff", description = "Tell every field that would change in records that are there.")
    private boolean diff;

    @Option(
            names = "--record",
            paramLabel = "MAPPING/KEY",
            description = "Look at one record only, field by field, new or not. Saves no plan.")
    private @Nullable String record;

    @Option(
            names = "--list",
            description = "Show the plans that are saved, and whether anything is known against them.")
    private boolean list;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() {
        MigrationFile file = options.migration();
        if (list) {
            return list(file);
        }
        try (Progress progress = options.progress();
                Engine engine = options.engine(file, Engine.Workers.FOR_READING)) {
            return record == null ? plan(engine, progress) : one(engine, progress, record);
        }
    }

    private int list(MigrationFile file) {
        Blueprint blueprint = Blueprint.read(options.home(), file);
        try (var ledger = options.ledger(file)) {
            print(file, PlansReport.of(file, blueprint.mappings(), ledger));
        }
        return ExitCode.DONE;
    }

    private int plan(Engine engine, Progress progress) {
        try (PlanMaking making = new PlanMaking(engine);
                RecordDiff told = diff ? told(engine, false) : null) {
            JourneyResult result =
                    new Journey(engine, progress, RunMode.PLAN, false, making).go((mapping, key) -> true);
            progress.endStep();
            print(engine.file(), new JourneyReport(engine).of("plan", result, draft -> {
                        if (told != null) {
                            told.addTo(draft, DIFF);
                        }
                        saved(draft, making.plan());
                        new RebuildReference(engine).addTo(draft);
                    }));
            return result.exitCode();
        }
    }

    private static void saved(Report.Draft draft, Optional<Plan> plan) {
        plan.ifPresent(saved -> draft.next("This plan is saved as " + saved.run() + ", hash "
                + saved.hash().substring(0, 12) + ": `run --plan " + saved.run() + "` does exactly this, its "
                + saved.writes() + " writes, or refuses."));
    }

    private int one(Engine engine, Progress progress, String named) {
        int slash = named.indexOf('/');
        if (slash < 1
                || engine.blueprint().mappings().all().stream()
                        .noneMatch(mapping -> mapping.name().equals(named.substring(0, slash)))) {
            throw new ParameterException(
                    spec.commandLine(), "Name a record as MAPPING/KEY, with a mapping of this migration.");
        }
        BiPredicate<String, String> thisOne = (mapping, key) -> named.equals(mapping + "/" + key);
        try (RecordDiff told = told(engine, true)) {
            JourneyResult result = new Journey(engine, progress, RunMode.PLAN, false, JourneyPlan.OF_SOME).go(thisOne);
            progress.endStep();
            print(engine.file(), OneRecord.report(engine, named, result, told, DIFF));
            return result.exitCode();
        }
    }

    private static RecordDiff told(Engine engine, boolean creates) {
        RecordDiff told =
                RecordDiff.create(engine.ledger().lineages(), engine.file().reports(), DIFF, creates);
        engine.roads().asPlanned().tell(told);
        return told;
    }

    private void print(MigrationFile file, Report report) {
        new ReportPrinter(spec.commandLine().getOut(), options.json()).print(report, file.reports());
    }
}
