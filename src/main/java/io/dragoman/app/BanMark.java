package io.dragoman.app;

import io.dragoman.ledger.Marks;
import io.dragoman.systems.pipedrive.Ban;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/** The ban of one company, kept in the ledger, so that a process started anew does not knock either. Thread-safe. */
final class BanMark implements Ban {
    private static final String NAME = "ban";
    private final Marks marks;
    private final String company;

    BanMark(Marks marks, String company) {
        this.marks = marks;
        this.company = company;
    }

    @Override
    public Optional<Instant> until() {
        return marks.find(company, NAME).map(Marks.Mark::at);
    }

    @Override
    public void shut(Instant until) {
        marks.set(company, NAME, new Marks.Mark(until, LocalDate.ofInstant(until, ZoneOffset.UTC), 0));
    }
}
