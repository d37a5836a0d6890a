package io.dragoman.app;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code prepare}: makes what the mappings need and the account lacks. */
@Command(
        name = "prepare",
        description =
                "Makes missing fields, options, pipelines, stages and activity types; a second time it makes nothing.",
        mixinStandardHelpOptions = true)
final class PrepareCommand implements Callable<Integer> {
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
            Report report = prepare(engine, progress, !noWait);
            new ReportPrinter(spec.commandLine().getOut(), options.json()).print(report, file.reports());
            return ExitCode.DONE;
        }
    }

    static Report prepare(Engine engine, Progress progress, boolean waits) {
        engine.gatekeeper().mustBeApproved();
        SchemaMaker.Result result = new SchemaMaker(engine, progress).make(waits);
        progress.endStep();
        List<List<String>> rows = new ArrayList<>();
        result.made().forEach(item -> rows.add(List.of(item, "made")));
        result.present().forEach(item -> rows.add(List.of(item, "was there")));
        return new Report.Draft("prepare", engine.file().name())
                .run(result.run())
                .section(
                        "Schema",
                        "Fields, options, pipelines, stages and activity types.",
                        List.of("What", "State"),
                        rows)
                .next("Try a few records first: `sample`. Then move all: `run`.")
                .end(
                        result.made().isEmpty()
                                ? "The account has everything the mappings need; nothing was made."
                                : result.made().size() + " things made in the account, "
                                        + result.present().size() + " were there.");
    }
}
