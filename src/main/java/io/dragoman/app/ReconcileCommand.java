package io.dragoman.app;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code reconcile}: ledger, source and account held against each other. */
@Command(
        name = "reconcile",
        description =
                "Compares ledger, source and account, and says where they do not agree. Writes nothing without --heal.",
        mixinStandardHelpOptions = true)
final class ReconcileCommand implements Callable<Integer> {
    @Mixin
    private final VerbOptions options = new VerbOptions();

    @Option(names = "--heal", description = "Mend what came about without anybody wanting it.")
    private boolean heals;

    @Option(names = "--recreate", description = "Heal, and write again what people deleted in the account.")
    private boolean recreates;

    @Option(
            names = "--who",
            paramLabel = "N",
            description = "Ask the account who changed them, for so many records (default: ${DEFAULT-VALUE}).")
    private int authors = 50;

    @Option(names = "--preview", description = "Say what looking would cost; ask the account nothing.")
    private boolean preview;

    @Option(names = "--no-wait", description = "End instead of waiting for the next day's tokens.")
    private boolean noWait;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (authors < 0) {
            throw new ParameterException(spec.commandLine(), "--who takes a number of records, from 0.");
        }
        MigrationFile file = options.migration();
        Engine.Workers workers = heals || recreates ? Engine.Workers.FOR_WRITING : Engine.Workers.FOR_READING;
        try (Progress progress = options.progress();
                Engine engine = options.engine(file, workers)) {
            ReconcileReport reports = new ReconcileReport(engine);
            ReportPrinter printer = new ReportPrinter(spec.commandLine().getOut(), options.json());
            if (preview) {
                printer.print(reports.preview(authors), file.reports());
                return ExitCode.DONE;
            }
            Reconcile.Wishes wishes = new Reconcile.Wishes(heals || recreates, recreates, authors, !noWait);
            Reconcile.Result result = new Reconcile(engine, progress, wishes).go();
            progress.endStep();
            printer.print(reports.of(result), file.reports());
            return result.agrees() ? ExitCode.DONE : ExitCode.LEFT_OVER;
        }
    }
}
