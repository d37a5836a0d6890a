package io.dragoman.app;

import io.dragoman.ledger.RunMode;
import java.util.concurrent.Callable;
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
            Journey journey = new Journey(engine, progress, RunMode.RUN, !noWait);
            JourneyResult result = journey.go((mapping, key) -> true);
            progress.endStep();
            Report report = new JourneyReport(engine).of("run", result);
            new ReportPrinter(spec.commandLine().getOut(), options.json()).print(report, file.reports());
            return result.exitCode();
        }
    }
}
