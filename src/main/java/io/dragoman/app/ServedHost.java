package io.dragoman.app;

import io.dragoman.ledger.Ledger;
import io.dragoman.run.Follower;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A service around a verb: it sees an edition, shares the ledger and the account's limits, and nobody sits before it. */
final class ServedHost implements Host {
    private final MigrationFile edition;
    private final Ledger ledger;
    private final Accounts accounts;
    private final Follower follower;

    ServedHost(MigrationFile edition, Ledger ledger, Accounts accounts, Follower follower) {
        this.edition = edition;
        this.ledger = ledger;
        this.accounts = accounts;
        this.follower = follower;
    }

    @Override
    public MigrationFile read(Path file, Home home) {
        return edition;
    }

    @Override
    public Ledger ledger(MigrationFile file, Map<String, String> environment) {
        return ledger.lent();
    }

    @Override
    public AccountLimits limits(MigrationFile file, Ledger open, Map<String, String> environment) {
        return accounts.of(file, open);
    }

    @Override
    public Progress progress(boolean quiet) {
        return Progress.followedBy(follower);
    }

    @Override
    public @Nullable String ask(String question) {
        return null;
    }
}
