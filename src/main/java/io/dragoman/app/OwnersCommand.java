package io.dragoman.app;

import io.dragoman.model.Catalogue;
import io.dragoman.model.RunProblem;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code owners}: who of the source is which user of the account, and the records that point to another one. */
@Command(
        name = "owners",
        description =
                "Matches the source's people to users by e-mail, shows or changes who owns what, and on --reassign"
                        + " gives records to the users their owners have now.",
        mixinStandardHelpOptions = true)
final class OwnersCommand implements Callable<Integer> {
    @Mixin
    private final VerbOptions options = new VerbOptions();

    @Option(names = "--export", paramLabel = "CSV", description = "Write the table to this file.")
    private @Nullable Path export;

    @Option(
            names = "--import",
            paramLabel = "CSV",
            description = "Take the e-mails of this file (columns source_id, user_email) as decided.")
    private @Nullable Path imported;

    @Option(
            names = "--preview",
            description = "Say how many records would change their owner, and the price; decide and change nothing.")
    private boolean preview;

    @Option(
            names = "--reassign",
            description = "Give the records that point elsewhere to the users their owners have now; do not ask.")
    private boolean reassign;

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
            Catalogue catalogue = new Account(engine, progress).lookAtOwners();
            OwnersTable table = new OwnersTable(engine.owners(), catalogue);
            if (imported != null) {
                table.take(imported);
            }
            if (!preview) {
                engine.owners().remember();
            }
            if (export != null) {
                table.write(export);
            }
            Reassign run = new Reassign(engine, progress);
            Reassign.Preview elsewhere = run.preview();
            progress.endStep();
            Reassign.Result done = isWanted(engine, elsewhere) ? run.go(elsewhere, !noWait) : null;
            progress.endStep();
            Report report = new OwnersVerbReport(engine, catalogue, preview).of(elsewhere, done);
            new ReportPrinter(spec.commandLine().getOut(), options.json()).print(report, file.reports());
            return done != null && done.setAside() > 0 ? ExitCode.LEFT_OVER : ExitCode.DONE;
        }
    }

    /** Nobody's records change hands unasked: with the option, or after a yes at a terminal. */
    private boolean isWanted(Engine engine, Reassign.Preview elsewhere) {
        if (preview || elsewhere.records() == 0) {
            return false;
        }
        boolean wanted = reassign || (imported != null && !options.json() && saysYes(elsewhere));
        if (wanted && !engine.owners().problems().isEmpty()) {
            throw new RunProblem(
                    RunProblem.Ending.REFUSED, engine.owners().problems().get(0));
        }
        return wanted;
    }

    private boolean saysYes(Reassign.Preview elsewhere) {
        String answer =
                options.ask(elsewhere.records() + " records point to another user. Give them to the users their owners"
                        + " have now, for " + elsewhere.price().tokens() + " tokens? [y/N] ");
        return answer != null && answer.strip().equalsIgnoreCase("y");
    }
}
