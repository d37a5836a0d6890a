package io.dragoman.app;

import io.dragoman.ledger.Ledger;
import io.dragoman.ledger.Marks;
import io.dragoman.ledger.Tokens;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is written down about one account, in the ledgers of all migrations that send to it: tokens spent and marks. A database counts once,
 * however many migrations are in it. Thread-safe.
 */
final class AccountBooks {
    private final String company;
    private final Map<String, Ledger> ledgers = new LinkedHashMap<>();

    AccountBooks(String company) {
        this.company = company;
    }

    /** The books of a migration that sends to its account alone. */
    static AccountBooks of(String company, Ledger ledger) {
        AccountBooks books = new AccountBooks(company);
        books.join("", ledger);
        return books;
    }

    /**
     * Takes a ledger in, in place of one of the same place that was opened before.
     *
     * @param place of the database
     * @return whether what is known changes by it
     */
    synchronized boolean join(String place, Ledger ledger) {
        return ledgers.put(place, ledger) == null;
    }

    /** Tokens that all of them spent on a day. */
    long spent(LocalDate day) {
        return all().stream()
                .map(Ledger::tokens)
                .mapToLong(tokens -> tokens.spent(company, day))
                .sum();
    }

    /** Books tokens to whoever spends them. */
    void spend(Tokens payer, LocalDate day, String port, int cost) {
        payer.spend(company, day, port, cost);
    }

    /** The latest mark of this name in any of them. */
    Optional<Marks.Mark> find(String name) {
        return all().stream()
                .flatMap(ledger -> ledger.marks().find(company, name).stream())
                .max(Comparator.comparing((Marks.Mark mark) -> mark.day()).thenComparing(Marks.Mark::at));
    }

    /** Sets a mark in all of them; joins their next commits, which a crash may lose. */
    void note(String name, Marks.Mark mark) {
        all().stream()
                .filter(Ledger::takesChanges)
                .forEach(ledger -> ledger.marks().note(company, name, mark));
    }

    /** Sets a mark in all of them; on disk when it returns. */
    void set(String name, Instant at, LocalDate day) {
        Marks.Mark mark = new Marks.Mark(at, day, 0);
        all().stream()
                .filter(Ledger::takesChanges)
                .forEach(ledger -> ledger.marks().set(company, name, mark));
    }

    private synchronized Collection<Ledger> all() {
        return List.copyOf(ledgers.values());
    }
}
