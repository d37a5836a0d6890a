package io.dragoman.service;

import io.dragoman.ledger.Order;
import io.dragoman.ledger.Rhythms;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Asks for verbs when they are due. The next time stands in the ledger: what was due while nobody was there is made up for once, and a verb
 * that is still waiting or under way is not asked for again. Used by one thread.
 */
final class Clockwork {
    static final String BY = "schedule";

    private final Clock clock;

    Clockwork(Clock clock) {
        this.clock = clock;
    }

    /** Asks for what is due of a migration. @param verbs all there are */
    void look(Station station, List<Verb> verbs) {
        station.edition()
                .rhythms()
                .forEach((name, rhythm) -> verbs.stream()
                        .filter(verb -> verb.name().equals(name))
                        .findFirst()
                        .ifPresent(verb -> look(station, verb, rhythm)));
    }

    private void look(Station station, Verb verb, Rhythm rhythm) {
        Instant now = clock.instant();
        Optional<Rhythms.Due> due = station.read(ledger -> ledger.rhythms().find(verb.name()))
                .filter(known -> known.rhythm().equals(rhythm.text()));
        if (due.isEmpty()) {
            set(station, verb, rhythm, rhythm.next(now, now));
        } else if (!due.get().next().isAfter(now)) {
            if (!isOpen(station, verb)) {
                station.ask(verb, List.of(), BY);
            }
            set(station, verb, rhythm, rhythm.next(due.get().next(), now));
        }
    }

    private static boolean isOpen(Station station, Verb verb) {
        return station.read(ledger -> ledger.orders().open()).stream()
                .map(Order::verb)
                .anyMatch(verb.name()::equals);
    }

    private static void set(Station station, Verb verb, Rhythm rhythm, Instant next) {
        station.read(ledger -> {
            ledger.rhythms().set(verb.name(), new Rhythms.Due(rhythm.text(), next));
            return next;
        });
    }
}
