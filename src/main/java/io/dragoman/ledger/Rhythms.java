package io.dragoman.ledger;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** When verbs that follow a rhythm are due next. Safe for use by several threads. */
public final class Rhythms {
    private final Desk desk;

    Rhythms(Desk desk) {
        this.desk = desk;
    }

    /**
     * When a verb is due.
     *
     * @param rhythm as the migration file has it; under another one the time says nothing
     */
    public record Due(String rhythm, Instant next) {}

    /** When a verb is due next; empty when it never followed a rhythm. */
    public Optional<Due> find(String verb) {
        return desk.reads()
                .first(
                        (rs, ctx) ->
                                new Due(rs.getString("rhythm"), Objects.requireNonNull(Desk.instant(rs, "next_at"))),
                        "select rhythm, next_at from verb_rhythm where migration = ? and verb = ?",
                        desk.migration(),
                        verb);
    }

    /** Remembers when a verb is due next, in place of what was known. */
    public void set(String verb, Due due) {
        desk.writer().write(pen -> {
            int known = pen.now(
                    "update verb_rhythm set rhythm = ?, next_at = ? where migration = ? and verb = ?",
                    due.rhythm(),
                    due.next(),
                    desk.migration(),
                    verb);
            return known > 0
                    ? known
                    : pen.now(
                            "insert into verb_rhythm (id, migration, verb, rhythm, next_at) values (?, ?, ?, ?, ?)",
                            pen.id(),
                            desk.migration(),
                            verb,
                            due.rhythm(),
                            due.next());
        });
    }
}
