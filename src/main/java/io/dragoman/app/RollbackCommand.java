package io.dragoman.app;

import io.dragoman.model.Price;
import io.dragoman.model.Problem;
import io.dragoman.model.RunProblem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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
        try (Progress progress = options.progress();
                Engine engine = options.engine(file, Engine.Workers.FOR_WRITING)) {
            Rollback rollback = new Rollback(engine, progress, run);
            if (!preview) {
                confirm(file, rollback.preview());
            }
            Rollback.Result result = preview ? null : rollback.go(!noWait);
            progress.endStep();
            Report report = result == null ? previewReport(engine, rollback) : doneReport(file, result);
            new ReportPrinter(spec.commandLine().getOut(), options.json()).print(report, file.reports());
            return result == null || result.setAside() == 0 ? ExitCode.DONE : ExitCode.LEFT_OVER;
        }
    }

    private void confirm(MigrationFile file, List<Rollback.Share> shares) {
        if (yes) {
            return;
        }
        long records = shares.stream().mapToLong(Rollback.Share::records).sum();
        String typed = Terminal.ask(records + " records will be taken back. Type the migration's name to go on: ");
        if (!file.name().equals(typed)) {
            throw new RunProblem(
                    RunProblem.Ending.REFUSED,
                    new Problem("not-confirmed", file.name(), "nothing was changed. Type the name, or give --yes."));
        }
    }

    private Report previewReport(Engine engine, Rollback rollback) {
        List<Rollback.Share> shares = rollback.preview();
        Price price = shares.stream().map(Rollback.Share::price).reduce(Price.NOTHING, Price::plus);
        PlanTime time = PlanTime.own(engine, Instant.now());
        long records = shares.stream().mapToLong(Rollback.Share::records).sum();
        return new Report.Draft("rollback-preview", engine.file().name())
                .section(
                        "What would be taken back",
                        "Children first.",
                        List.of("What", "Records", "Tokens"),
                        rows(shares))
                .next("Take it back: `rollback`" + (run == null ? "" : " --run " + run) + ".")
                .end(records + " things would be taken back, for " + price.tokens() + " tokens; it takes "
                        + time.takes(price) + ".");
    }

    private Report doneReport(MigrationFile file, Rollback.Result result) {
        Report.Draft draft = new Report.Draft("rollback", file.name())
                .run(result.run())
                .section("Taken back", "Children first.", List.of("What", "Records", "Tokens"), rows(result.shares()));
        long records =
                result.shares().stream().mapToLong(Rollback.Share::records).sum();
        if (result.stopped()) {
            return draft.next("Go on with `rollback`.").end(records + " things taken back before the stop.");
        }
        if (result.setAside() > 0) {
            return draft.next("See `quarantine list`; what stands there could not be put back.")
                    .end(records + " things taken back, " + result.setAside() + " set aside.");
        }
        return draft.next("The account is as before; `run` moves the records again.")
                .end(records + " things taken back; read back from the account, none of them is left.");
    }

    private static List<List<String>> rows(List<Rollback.Share> shares) {
        List<List<String>> rows = new ArrayList<>();
        shares.forEach(share -> rows.add(List.of(
                share.what(),
                String.valueOf(share.records()),
                String.valueOf(share.price().tokens()))));
        return rows;
    }
}
