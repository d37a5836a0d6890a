package io.dragoman.app;

import io.dragoman.ledger.Ledger;
import io.dragoman.systems.pipedrive.Doorway;
import io.dragoman.systems.pipedrive.Traffic;
import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** The accounts that a service sends to, each with one budget and one doorway for all its migrations. Thread-safe. */
final class Accounts {
    private final Map<URI, Shared> accounts = new HashMap<>();
    private final Function<URI, Traffic> traffic;

    /** @param traffic counts the requests to an account */
    Accounts(Function<URI, Traffic> traffic) {
        this.traffic = traffic;
    }

    private record Shared(AccountBooks books, AccountLimits limits) {}

    /** The limits of a migration's account; its ledger counts from now on. */
    synchronized AccountLimits of(MigrationFile file, Ledger ledger) {
        URI address = file.target().baseUrl();
        Shared known = accounts.get(address);
        if (known == null) {
            known = opened(file, ledger);
            accounts.put(address, known);
        } else if (known.books().join(file.ledger().url(), ledger)) {
            known.limits().budget().recount();
        }
        return known.limits();
    }

    /** The limits of an account that a migration sends to. */
    synchronized AccountLimits of(URI address) {
        return Objects.requireNonNull(accounts.get(address), "joined before").limits();
    }

    private Shared opened(MigrationFile file, Ledger ledger) {
        AccountBooks books = new AccountBooks(file.target().company());
        books.join(file.ledger().url(), ledger);
        return new Shared(
                books,
                new AccountLimits(
                        new Budget(file.target(), books, ledger.tokens(), Clock.systemUTC()),
                        new Doorway(
                                file.target().burst(),
                                new BanMark(books),
                                Clock.systemUTC(),
                                traffic.apply(file.target().baseUrl()))));
    }
}
