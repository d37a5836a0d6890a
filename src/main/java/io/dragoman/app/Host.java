package io.dragoman.app;

import io.dragoman.ledger.Ledger;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What surrounds a verb: a process of its own, or a service in which several are under way. */
interface Host {
    /** The migration file as this verb is to see it, read and checked. */
    MigrationFile read(Path file, Home home);

    /** The ledger of a migration; the caller closes it. */
    Ledger ledger(MigrationFile file, Map<String, String> environment);

    /** What keeps this verb's requests within the account's limits. @param ledger open for this verb */
    AccountLimits limits(MigrationFile file, Ledger ledger, Map<String, String> environment);

    /** Where the verb says how far it is. @param quiet whether nobody wants to read it here */
    Progress progress(boolean quiet);

    /** What a person answers; null when nobody is there. */
    @Nullable
    String ask(String question);
}
