package io.dragoman.app;

import io.dragoman.ledger.RunMode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code plan}: everything a run would do, and nothing of it done. */
@Command(
        name = "plan",
        description = "Maps everything, compares it with the account, and says what a run would do. Writes nothing.",
        mixinStandardHelpOptions = true)
final class PlanCommand implements Callable<Integer> {
    @Mixin
    private final VerbOptions options = new VerbOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() {
        MigrationFile file = options.migration();
        try (Progress progress = options.progress();
                Engine engine = options.engine(file, Engine.Workers.FOR_READING)) {
            JourneyResult result = new Journey(engine, progress, RunMode.PLAN, false).go((mapping, key) -> true);
            progress.endStep();
            new ReportPrinter(spec.commandLine().getOut(), options.json())
                    .print(new JourneyReport(engine).of("plan", result), file.reports());
            return result.exitCode();
        }
    }
}
