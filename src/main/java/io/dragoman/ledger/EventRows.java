package io.dragoman.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The table of events. */
final class EventRows {
    private static final Map<LogColumn, String> NAMES = new EnumMap<>(Map.ofEntries(
            Map.entry(LogColumn.ENTRY, "entry"),
            Map.entry(LogColumn.MAPPING, "mapping"),
            Map.entry(LogColumn.KEY, "source_key"),
            Map.entry(LogColumn.KIND, "kind"),
            Map.entry(LogColumn.TARGET, "target_id"),
            Map.entry(LogColumn.VERB, "verb"),
            Map.entry(LogColumn.OUTCOME, "outcome"),
            Map.entry(LogColumn.CODE, "code"),
            Map.entry(LogColumn.DIGEST, "digest"),
            Map.entry(LogColumn.BY, "acted_by"),
            Map.entry(LogColumn.NOTE, "note")));
    private static final String COLUMNS =
            "select id, run, at_moment, seq, chain, " + String.join(", ", NAMES.values()) + " from event";

    private EventRows() {}

    /** Adds an event to the log, in the commit of what it tells of. */
    static void add(Pen pen, Desk desk, Event event) throws SQLException {
        long id = pen.id();
        event.with(LogColumn.ID, Long.toString(id));
        Chain.Link link = pen.chain().add(event.columns());
        String run = event.columns().get(LogColumn.RUN);
        pen.add(
                Line.EVENT,
                id,
                desk.migration(),
                event.columns().get(LogColumn.ENTRY),
                run == null ? null : Runs.number(run),
                event.columns().get(LogColumn.MAPPING),
                event.columns().get(LogColumn.KEY),
                event.columns().get(LogColumn.KIND),
                event.columns().get(LogColumn.TARGET),
                event.columns().get(LogColumn.VERB),
                event.columns().get(LogColumn.OUTCOME),
                event.columns().get(LogColumn.CODE),
                event.columns().get(LogColumn.DIGEST),
                event.columns().get(LogColumn.BY),
                event.columns().get(LogColumn.NOTE),
                event.at(),
                link.seq(),
                link.hash());
    }

    /** At most a page of events after this place in the log, up to that one. */
    static List<LogEntry> after(Desk desk, long seq, long last) {
        return desk.reads()
                .list(
                        (rs, ctx) -> entry(rs),
                        COLUMNS + " where migration = ? and seq > ? and seq <= ? order by migration, seq limit "
                                + Paged.PAGE,
                        desk.migration(),
                        seq,
                        last);
    }

    /** What happened to one record, the oldest first. */
    static List<LogEntry> of(Desk desk, Spot spot) {
        return desk.reads()
                .list(
                        (rs, ctx) -> entry(rs),
                        COLUMNS + " where source_key = ? and mapping = ? and migration = ? order by seq",
                        spot.key(),
                        spot.mapping(),
                        desk.migration());
    }

    private static LogEntry entry(ResultSet rs) throws SQLException {
        Map<LogColumn, String> columns = new EnumMap<>(LogColumn.class);
        columns.put(LogColumn.ID, Long.toString(rs.getLong("id")));
        columns.put(
                LogColumn.AT,
                Objects.requireNonNull(Desk.instant(rs, "at_moment")).toString());
        int run = rs.getInt("run");
        if (run > 0) {
            columns.put(LogColumn.RUN, Runs.word(run));
        }
        for (Map.Entry<LogColumn, String> name : NAMES.entrySet()) {
            String value = rs.getString(name.getValue());
            if (value != null) {
                columns.put(name.getKey(), value);
            }
        }
        return new LogEntry(rs.getLong("seq"), columns, rs.getString("chain"), null);
    }
}
