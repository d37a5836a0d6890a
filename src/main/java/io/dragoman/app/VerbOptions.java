package io.dragoman.app;

import io.dragoman.ledger.Ledger;
import io.dragoman.run.Stop;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** What every verb takes. */
final class VerbOptions {
    enum Output {
        TEXT,
        JSON
    }

    @Spec(Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(
            names = {"-m", "--migration"},
            paramLabel = "FILE",
            description = "The migration file (default: ${DEFAULT-VALUE}).",
            defaultValue = "migration.yaml")
    private Path migration = Path.of("migration.yaml");

    @Option(
            names = "--output",
            paramLabel = "FORMAT",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).",
            defaultValue = "text")
    private Output output = Output.TEXT;

    /** The migration file, read and checked. */
    MigrationFile migration() {
        if (!Files.isRegularFile(migration)) {
            throw new ParameterException(
                    spec.commandLine(), "No migration file " + migration + ". Name one with --migration FILE.");
        }
        return launch().host().read(migration.toAbsolutePath(), home());
    }

    /** The migration opened for work; the caller closes it. */
    Engine engine(MigrationFile file, Engine.Workers workers) {
        return Engine.open(file, launch(), workers);
    }

    /** The migration opened for a look at its source, without the target's secrets; the caller closes it. */
    Engine engineOfSource(MigrationFile file) {
        return Engine.ofSource(file, launch());
    }

    /** The migration's ledger alone, for verbs that ask neither source nor target; the caller closes it. */
    Ledger ledger(MigrationFile file) {
        return launch().host().ledger(file, launch().environment());
    }

    Home home() {
        return launch().home();
    }

    /** Raised when the verb has to end before its end. */
    Stop stop() {
        return launch().stop();
    }

    private Launch launch() {
        return Dragoman.launch(spec);
    }

    boolean json() {
        return output == Output.JSON;
    }

    Progress progress() {
        return launch().host().progress(json());
    }

    /** What a person answers; null when nobody is there. */
    @Nullable
    String ask(String question) {
        return launch().host().ask(question);
    }
}
