package io.dragoman.app;

import io.dragoman.ledger.Sample.Ending;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code sample}: a few records that show everything, written and read back before the run. */
@Command(
        name = "sample",
        description =
                "Chooses records that show every mapping line and code, writes them, and compares what comes back.",
        mixinStandardHelpOptions = true)
final class SampleCommand implements Callable<Integer> {
    private static final int MOST = 2000;

    /** What becomes of the records. */
    enum Then {
        KEEP,
        ROLLBACK
    }

    @Mixin
    private final VerbOptions options = new VerbOptions();

    @Option(
            names = "--size",
            paramLabel = "N",
            description = "Records at most, with all that they need (default: 200, or as the file says).")
    private @Nullable Integer size;

    @Option(
            names = "--then",
            paramLabel = "WHAT",
            description = "What becomes of them: ${COMPLETION-CANDIDATES} (default: keep).")
    private @Nullable Then then;

    @Option(
            names = "--rehearse",
            description = "Take them back, compare the account with what it was, and write them again.")
    private boolean rehearse;

    @Option(names = "--preview", description = "Say what would be chosen, and its price; write nothing.")
    private boolean preview;

    @Option(names = "--no-wait", description = "End instead of waiting for the next day's tokens.")
    private boolean noWait;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() {
        MigrationFile file = options.migration();
        int most = size == null ? file.sampling().size() : size;
        if (most < 1 || most > MOST) {
            throw new ParameterException(spec.commandLine(), "--size takes 1 to " + MOST + ".");
        }
        if (rehearse && then != null) {
            throw new ParameterException(
                    spec.commandLine(), "--rehearse takes the records back and writes them again; leave out --then.");
        }
        try (Progress progress = options.progress();
                Engine engine =
                        options.engine(file, preview ? Engine.Workers.FOR_READING : Engine.Workers.FOR_WRITING)) {
            return preview ? preview(engine, progress, most) : write(engine, progress, most);
        }
    }

    private int preview(Engine engine, Progress progress, int most) {
        Preparation preparation = new Account(engine, progress).look(false);
        SampleChoice.Chosen chosen = new SampleChoice(engine, progress).choose(most);
        progress.endStep();
        print(new SampleReport(engine).preview(chosen, most, preparation.obstacles()), engine);
        return ExitCode.DONE;
    }

    private int write(Engine engine, Progress progress, int most) {
        engine.gatekeeper().mustBeApproved();
        Sampling.Result result = new Sampling(engine, progress, !noWait).go(new Sampling.Wish(most, ending(), () -> {
            progress.endStep();
            return asked();
        }));
        progress.endStep();
        print(new SampleReport(engine).of(result), engine);
        return result.exitCode();
    }

    private void print(Report report, Engine engine) {
        new ReportPrinter(spec.commandLine().getOut(), options.json())
                .print(report, engine.file().reports());
    }

    private @Nullable Ending ending() {
        if (rehearse) {
            return Ending.REHEARSE;
        }
        return then == null ? null : then == Then.KEEP ? Ending.KEEP : Ending.ROLLBACK;
    }

    /** Where nobody sits before it, the records stay: they are part of the run. */
    private Ending asked() {
        String answer = options.json() ? null : options.ask("Keep the sample's records as part of the run? [Y/n] ");
        return answer != null && answer.strip().equalsIgnoreCase("n") ? Ending.ROLLBACK : Ending.KEEP;
    }
}
