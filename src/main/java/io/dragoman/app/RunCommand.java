package io.dragoman.app;

import io.dragoman.ledger.RunMode;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code run}: the full migration, in the order its links ask for. */
@Command(
        name = "run",
        description = "Moves everything that is not settled yet; goes on where the last run stopped.",
        mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
    @Mixin
    private final VerbOptions options = new VerbOptions();

    @Option(names = "--no-wait", description = "End instead of waiting for the next day's tokens.")
    private boolean noWait;

    @Option(
            names = "--plan",
            paramLabel = "ID",
            description = "Do exactly what this saved plan says, or refuse when something under it changed.")
    private @Nullable String plan;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() {
        MigrationFile file = options.migration();
        try (Progress progress = options.progress();
                Engine engine = options.engine(file, Engine.Workers.FOR_WRITING)) {
            engine.gatekeeper().mustBeApproved();
            engine.gatekeeper().mustBeSampled(engine.ledger().samples());
            return plan == null ? everything(engine, progress) : planned(engine, progress, plan);
        }
    }

    private int everything(Engine engine, Progress progress) {
        JourneyResult result = new Journey(engine, progress, RunMode.RUN, !noWait).go((mapping, key) -> true);
        progress.endStep();
        print(engine, new JourneyReport(engine).of("run", result));
        return result.exitCode();
    }

    private int planned(Engine engine, Progress progress, String id) {
        try (PlanKeeping keeping = PlanKeeping.open(engine, id)) {
            JourneyResult result =
                    new Journey(engine, progress, RunMode.RUN, !noWait, keeping).go((mapping, key) -> true);
            PlanProof proof = keeping.proof();
            progress.endStep();
            print(engine, new JourneyReport(engine).of("run", result, proof::addTo));
            return proof.holds() ? result.exitCode() : ExitCode.LEFT_OVER;
        }
    }

    private void print(Engine engine, Report report) {
        new ReportPrinter(spec.commandLine().getOut(), options.json())
                .print(report, engine.file().reports());
    }
}
