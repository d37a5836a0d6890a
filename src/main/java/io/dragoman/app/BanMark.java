package io.dragoman.app;

import io.dragoman.ledger.Marks;
import io.dragoman.systems.pipedrive.Ban;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/** The ban of one account, kept in the ledgers, so that a process started anew does not knock either. Thread-safe. */
final class BanMark implements Ban {
    private static final String NAME = "ban";
    private final AccountBooks books;

    BanMark(AccountBooks books) {
        this.books = books;
    }

    @Override
    public Optional<Instant> until() {
        return books.find(NAME).map(Marks.Mark::at);
    }

    @Override
    public void shut(Instant until) {
        books.set(NAME, until, LocalDate.ofInstant(until, ZoneOffset.UTC));
    }
}
