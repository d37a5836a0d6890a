package io.dragoman.app;

import io.dragoman.ledger.DeltaWindows.Round;
import io.dragoman.ledger.RunMode;
import io.dragoman.model.Problem;
import io.dragoman.model.RunProblem;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
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

    @ArgGroup(exclusive = false)
    private @Nullable Hours hours;

    @Option(names = "--no-wait", description = "End instead of waiting for the next day's tokens.")
    private boolean noWait;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    /** The hours around the switch. */
    static final class Hours {
        @Option(
                names = "--for",
                required = true,
                paramLabel = "TIME",
                converter = Span.class,
                description = "Go on by itself for so long, such as 48h. Started again, it goes on to the same end.")
        private Duration length = Duration.ZERO;

        @Option(
                names = "--every",
                paramLabel = "TIME",
                converter = Span.class,
                description = "From one delta to the next (default: ${DEFAULT-VALUE}).",
                defaultValue = "1h")
        private Duration every = Duration.ofHours(1);
    }

    @Override
    public Integer call() {
        MigrationFile file = options.migration();
        if (hours != null) {
            return window(file, hours);
        }
        try (Progress progress = options.progress();
                Engine engine = options.engine(file, Engine.Workers.FOR_WRITING)) {
            JourneyResult result = delta(engine, progress);
            progress.endStep();
            printer().print(new JourneyReport(engine).of("delta", result), file.reports());
            return result.exitCode();
        }
    }

    private JourneyResult delta(Engine engine, Progress progress) {
        engine.gatekeeper().mustBeApproved();
        if (engine.ledger().runs().latest(RunMode.RUN).isEmpty()) {
            throw new RunProblem(
                    RunProblem.Ending.REFUSED,
                    new Problem("nothing-moved-yet", engine.file().name(), "a delta follows a run. Start with `run`."));
        }
        engine.roads().askChanges();
        return new Journey(engine, progress, RunMode.DELTA, !noWait).go((mapping, key) -> true);
    }

    private int window(MigrationFile file, Hours wanted) {
        DeltaWindow window = new DeltaWindow(
                () -> options.ledger(file), options.stop(), () -> round(file), line -> tell(PlainText.of(line)));
        DeltaWindow.Result result = window.go(wanted.length, wanted.every);
        printer().print(report(file, result), file.reports());
        return result.exitCode();
    }

    /** A delta with everything of its own; its report is kept, and one line is told. */
    private DeltaWindow.Done round(MigrationFile file) {
        try (Progress progress = options.progress();
                Engine engine = options.engine(file, Engine.Workers.FOR_WRITING)) {
            JourneyResult result = delta(engine, progress);
            progress.endStep();
            Report report = new JourneyReport(engine).of("delta", result);
            new ReportFolder(file.reports()).keep(report);
            return new DeltaWindow.Done(result.run(), report.headline(), result.exitCode());
        }
    }

    private void tell(String line) {
        if (!options.json()) {
            spec.commandLine().getOut().println(line);
            spec.commandLine().getOut().flush();
        }
    }

    private static Report report(MigrationFile file, DeltaWindow.Result result) {
        List<Round> rounds = result.rounds();
        Report.Draft draft = new Report.Draft("delta-window", file.name())
                .section(
                        "Deltas of the window",
                        "Each has a report of its own.",
                        List.of("When", "Run", "What"),
                        rounds.stream()
                                .map(round -> List.of(Moments.text(round.at()), round.run(), round.told()))
                                .toList());
        String many = rounds.size() + (rounds.size() == 1 ? " delta" : " deltas");
        return result.over()
                ? draft.next(
                                "Look at `quarantine list`, then `reconcile`; the source can be closed when both are in order.")
                        .end("The window is over after " + many + ".")
                : draft.next("Go on with the same verb: the window lasts until "
                                + Moments.text(result.window().ends()) + ".")
                        .end("Stopped after " + many + ".");
    }

    private ReportPrinter printer() {
        return new ReportPrinter(spec.commandLine().getOut(), options.json());
    }
}
