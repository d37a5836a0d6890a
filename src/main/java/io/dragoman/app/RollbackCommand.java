package io.dragoman.app;

import io.dragoman.model.Problem;
import io.dragoman.model.RunProblem;
import io.dragoman.run.UndoScope;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code rollback}: the account as it was before. */
@Command(
        name = "rollback",
        description = "Takes back what a run, or the whole migration, made in the account; children first.",
        mixinStandardHelpOptions = true)
final class RollbackCommand implements Callable<Integer> {
    @Mixin
    private final VerbOptions options = new VerbOptions();

    @Option(names = "--run", paramLabel = "ID", description = "Only what this run made or changed.")
    private @Nullable String run;

    @Option(
            names = "--object",
            paramLabel = "MAPPING",
            description = "Only the records of this mapping, and what depends on them.")
    private @Nullable String object;

    @Option(names = "--record", paramLabel = "MAPPING/KEY", description = "Only this record, and what depends on it.")
    private @Nullable String one;

    @Option(names = "--force", description = "Go on over what people did since; what they made themselves stays.")
    private boolean force;

    @Option(names = "--preview", description = "Say what would go, and its price; change nothing.")
    private boolean preview;

    @Option(names = "--yes", description = "Do not ask.")
    private boolean yes;

    @Option(names = "--no-wait", description = "End instead of waiting for the next day's tokens.")
    private boolean noWait;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() {
        MigrationFile file = options.migration();
        UndoScope scope = scope();
        try (Progress progress = options.progress();
                Engine engine = options.engine(file, Engine.Workers.FOR_WRITING);
                Rollback rollback = new Rollback(engine, progress, scope, force)) {
            RollbackReport words = new RollbackReport(file.name(), scope, force);
            ReportPrinter printer = new ReportPrinter(spec.commandLine().getOut(), options.json());
            if (preview) {
                List<Rollback.Share> shares = rollback.preview();
                progress.endStep();
                PlanTime time = PlanTime.own(engine, Instant.now());
                printer.print(words.preview(shares, rollback.kept(), time, rollback.looked()), file.reports());
                return ExitCode.DONE;
            }
            confirm(file, rollback);
            Rollback.Result result = rollback.go(!noWait);
            progress.endStep();
            printer.print(words.done(result), file.reports());
            boolean leftOver = result.setAside() > 0 || !result.kept().isEmpty();
            return leftOver ? ExitCode.LEFT_OVER : ExitCode.DONE;
        }
    }

    private UndoScope scope() {
        if (Stream.of(run, object, one).filter(Objects::nonNull).count() > 1) {
            throw new ParameterException(
                    spec.commandLine(), "--run, --object and --record exclude each other; give one of them.");
        }
        if (run != null) {
            return UndoScope.ofRun(run);
        }
        if (object != null) {
            return UndoScope.ofObject(object);
        }
        if (one == null) {
            return UndoScope.MIGRATION;
        }
        int slash = one.indexOf('/');
        if (slash <= 0 || slash == one.length() - 1) {
            throw new ParameterException(spec.commandLine(), "--record takes a mapping, a slash and a key.");
        }
        return UndoScope.ofRecord(one.substring(0, slash), one.substring(slash + 1));
    }

    private void confirm(MigrationFile file, Rollback rollback) {
        if (yes) {
            return;
        }
        String typed =
                options.ask(rollback.records() + " records will be taken back. Type the migration's name to go on: ");
        if (!file.name().equals(typed)) {
            throw new RunProblem(
                    RunProblem.Ending.REFUSED,
                    new Problem("not-confirmed", file.name(), "nothing was changed. Type the name, or give --yes."));
        }
    }
}
