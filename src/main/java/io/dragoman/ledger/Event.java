package io.dragoman.ledger;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Something that is no write and belongs in the audit log. */
final class Event {
    private final Map<LogColumn, String> columns = new EnumMap<>(LogColumn.class);
    private final Instant at;

    /** @param entry what happened, in one word */
    Event(String entry, Instant at) {
        this.at = at;
        with(LogColumn.ENTRY, entry).with(LogColumn.AT, at.toString());
    }

    Event with(LogColumn column, @Nullable String value) {
        if (value != null) {
            columns.put(column, value);
        }
        return this;
    }

    Event of(Spot spot) {
        return with(LogColumn.MAPPING, spot.mapping()).with(LogColumn.KEY, spot.key());
    }

    Event in(int run) {
        return with(LogColumn.RUN, Runs.word(run));
    }

    Map<LogColumn, String> columns() {
        return columns;
    }

    Instant at() {
        return at;
    }
}
