package io.dragoman.app;

import io.dragoman.ledger.Owner;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code owners}: who of the source is which user of the account. */
@Command(
        name = "owners",
        description = "Matches the source's people to users by e-mail, and shows or changes who owns what.",
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

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() {
        MigrationFile file = options.migration();
        try (Progress progress = options.progress();
                Engine engine = Engine.open(file, Home.find(), Engine.Workers.FOR_READING)) {
            Preparation preparation = new Account(engine, progress).lookAtOwners();
            OwnersTable table = new OwnersTable(engine.ledger().owners(), preparation.catalogue());
            if (imported != null) {
                table.take(imported);
            }
            if (export != null) {
                table.write(export);
            }
            progress.endStep();
            Report report = report(file, engine.ledger().owners().all());
            new ReportPrinter(spec.commandLine().getOut(), options.json()).print(report, file.reports());
            return ExitCode.DONE;
        }
    }

    private static Report report(MigrationFile file, List<Owner> owners) {
        List<List<String>> rows = new ArrayList<>();
        owners.stream()
                .sorted(Comparator.comparing(Owner::key))
                .forEach(owner -> rows.add(List.of(
                        owner.key(),
                        owner.name(),
                        owner.email(),
                        owner.state().word(),
                        owner.user() == null ? "" : owner.user())));
        long waiting = owners.stream()
                .filter(owner -> owner.state() == Owner.State.WAITING)
                .count();
        long fallback = owners.stream()
                .filter(owner -> owner.state() == Owner.State.FALLBACK)
                .count();
        Report.Draft draft = new Report.Draft("owners", file.name())
                .section("Owners", "", List.of("Source", "Name", "E-mail", "State", "User"), rows);
        if (waiting + fallback > 0) {
            draft.next(
                    "Decide the others: `owners --export FILE`, fill user_email, `owners --import FILE`; or owners.map in the migration file.");
        } else {
            draft.next("Go on with `plan`.");
        }
        return draft.end(owners.size() + " people: " + fallback + " without a user of their own go to the fallback, "
                + waiting + " wait.");
    }
}
