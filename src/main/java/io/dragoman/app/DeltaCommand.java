package io.dragoman.app;

import io.dragoman.ledger.RunMode;
import io.dragoman.model.Problem;
import io.dragoman.model.RunProblem;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code delta}: what changed at the source since. */
@Command(
        name = "delta",
        description = "Brings over what changed at the source since; what people changed in the account stays.",
        mixinStandardHelpOptions = true)
final class DeltaCommand implements Callable<Integer> {
    @Mixin
    private final VerbOptions options = new VerbOptions();

    @Option(names = "--no-wait", description = "End instead of waiting for the next day's tokens.")
    private boolean noWait;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() {
        MigrationFile file = options.migration();
        try (Progress progress = options.progress();
                Engine engine = options.engine(file, Engine.Workers.FOR_WRITING)) {
            JourneyResult result = round(engine, progress, !noWait);
            progress.endStep();
            Report report = new JourneyReport(engine).of("delta", result);
            new ReportPrinter(spec.commandLine().getOut(), options.json()).print(report, file.reports());
            return result.exitCode();
        }
    }

    /** One delta. @throws RunProblem refused, before a first run and without approval */
    static JourneyResult round(Engine engine, Progress progress, boolean waits) {
        engine.gatekeeper().mustBeApproved();
        if (engine.ledger().runs().latest(RunMode.RUN).isEmpty()) {
            throw new RunProblem(
                    RunProblem.Ending.REFUSED,
                    new Problem("nothing-moved-yet", engine.file().name(), "a delta follows a run. Start with `run`."));
        }
        return new Journey(engine, progress, RunMode.DELTA, waits).go((mapping, key) -> true);
    }
}
