package io.dragoman.app;

import io.dragoman.ledger.Ledger;
import io.dragoman.ledger.Lineage;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code explain}: where the values of one record came from. */
@Command(
        name = "explain",
        description =
                "Tells where a record's values came from: row, column, mapping line, each transform, each request.",
        mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {
    @Mixin
    private final VerbOptions options = new VerbOptions();

    @Parameters(
            index = "0",
            paramLabel = "RECORD",
            description = "KIND/ID of the account such as person/123, or MAPPING/KEY of the source.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String record;

    @Parameters(index = "1", arity = "0..1", paramLabel = "FIELD", description = "Only this field, step by step.")
    private @Nullable String field;

    @Option(names = "--ledger-only", description = "Do not read the export, which takes time when it is large.")
    private boolean ledgerOnly;

    @Option(names = "--ask", description = "Ask the account too, for a few tokens, what people changed of it.")
    private boolean ask;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() {
        MigrationFile file = options.migration();
        boolean export = !ledgerOnly && file.source().isThere();
        Report report = export || ask ? withEngine(file, export) : ofLedger(file);
        new ReportPrinter(spec.commandLine().getOut(), options.json()).print(report, file.reports());
        return ExitCode.DONE;
    }

    private Report withEngine(MigrationFile file, boolean export) {
        try (Progress progress = options.progress();
                Engine engine = options.engine(file, Engine.Workers.FOR_READING)) {
            Explainer explainer = new Explainer(engine.ledger(), engine.blueprint(), file.policy());
            Explained found = explainer.find(record); // before the export is read for nothing
            Lineage lineage = found.lineage();
            AccountNow now = ask && lineage != null ? AccountNow.of(engine, lineage) : null;
            if (export) {
                progress.step("Export", 0, engine.roads()::rowsStaged);
                engine.roads().stage();
                progress.endStep();
            }
            return explainer.report(found, field, export ? new Retelling(engine) : null, now);
        }
    }

    private Report ofLedger(MigrationFile file) {
        Blueprint blueprint = Blueprint.read(options.home(), file);
        try (Ledger ledger = options.ledger(file)) {
            Explainer explainer = new Explainer(ledger, blueprint, file.policy());
            return explainer.report(explainer.find(record), field, null, null);
        }
    }
}
