package io.dragoman.app;

import io.dragoman.ledger.Ledger;
import io.dragoman.systems.pipedrive.PipedriveBeans;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A process that was started for one verb: it opens everything itself, and a person may sit before it. */
final class OwnProcess implements Host {
    @Override
    public MigrationFile read(Path file, Home home) {
        return MigrationFileReader.read(file, home);
    }

    @Override
    public Ledger ledger(MigrationFile file, Map<String, String> environment) {
        return Ledger.open(file.ledgerAddress(environment), file.name(), file.sealKey());
    }

    @Override
    public AccountLimits limits(MigrationFile file, Ledger ledger, Map<String, String> environment) {
        AccountBooks books = AccountBooks.of(file.target().company(), ledger);
        return new AccountLimits(
                new Budget(file.target(), books, ledger.tokens(), Clock.systemUTC()),
                PipedriveBeans.doorway(file.pipedriveSettings(1, environment), new BanMark(books)));
    }

    @Override
    public Progress progress(boolean quiet) {
        return Progress.onStandardError(quiet);
    }

    @Override
    public @Nullable String ask(String question) {
        return Terminal.ask(question);
    }
}
