package io.dragoman.ledger;

import io.dragoman.model.RunProblem;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Everything that changed the target, or what the ledger knows of it, in the order in which it became final: closed writes, and events
 * such as a record joined or forgotten, an approval, the turns of a run. Read page by page. Safe for use by several threads.
 */
public final class AuditLog {
    private final Desk desk;
    private final WriteRows writes;

    AuditLog(Desk desk) {
        this.desk = desk;
        this.writes = new WriteRows(desk);
    }

    /**
     * How the log ends just now.
     *
     * @param entries how many it has
     * @param link of the last one; empty when there is none
     * @param signed whether the seal key signed exactly this end
     */
    public record End(long entries, String link, boolean signed) {}

    public End end() {
        return desk.reads()
                .first(
                        (rs, ctx) -> {
                            Chain.Link link = new Chain.Link(rs.getLong(1), rs.getString(2));
                            boolean signed = Chain.sign(link, desk.key()).equals(rs.getString(3));
                            return new End(link.seq(), link.hash(), signed);
                        },
                        "select chain_seq, chain_head, chain_seal from migration where id = ?",
                        desk.migration())
                .orElseThrow();
    }

    /** All entries as they lie in the database, checked or not, from the first to the one at this end. */
    public Iterator<LogEntry> entries(End end) {
        return new Merged(
                new Paged<>(0, after -> writes.closed(after, end.entries()), LogEntry::seq),
                new Paged<>(0, after -> EventRows.after(desk, after, end.entries()), LogEntry::seq));
    }

    /** Where the log is wrong first: changed, missing, moved, or cut at its end. Reads all of it. Empty when it holds. */
    public OptionalLong firstWrong() {
        End end = end();
        long seq = 0;
        String link = "";
        Iterator<LogEntry> entries = entries(end);
        while (entries.hasNext()) {
            LogEntry entry = entries.next();
            if (!entry.follows(seq, link)) {
                return OptionalLong.of(seq + 1);
            }
            seq = entry.seq();
            link = entry.link();
        }
        boolean whole = end.signed() && seq == end.entries() && link.equals(end.link());
        return whole ? OptionalLong.empty() : OptionalLong.of(seq + 1);
    }

    /** What happened to one record beside its writes, the oldest first. */
    public List<LogEntry> eventsOf(String mapping, String key) {
        return EventRows.of(desk, new Spot(mapping, key));
    }

    /**
     * The fields that a write sent, each with a keyed digest of its value, as a JSON object; empty for a delete.
     *
     * @throws RunProblem {@code seal-key-wrong} when the write was changed in the database
     */
    public String fields(WriteRow write) {
        return FieldDigests.of(write.write(), desk.key());
    }

    /** Records whose target is not the one their last write tells of, or that of the record they share. */
    public long strays() {
        long own = desk.reads()
                .number(
                        "select count(*) from lineage l join write w on w.id = l.last_write where l.migration = ?"
                                + " and l.made_order > 0 and l.leader is null"
                                + " and (w.state <> 'settled' or w.target_id <> l.target_id)",
                        desk.migration());
        long shared = desk.reads()
                .number(
                        "select count(*) from lineage l join lineage o on o.id = l.leader where l.migration = ?"
                                + " and l.made_order > 0 and o.made_order > 0 and o.target_id <> l.target_id",
                        desk.migration());
        return own + shared;
    }

    /** Two logs that rise, as one. */
    private static final class Merged implements Iterator<LogEntry> {
        private final Iterator<LogEntry> writes;
        private final Iterator<LogEntry> events;
        private @Nullable LogEntry write;
        private @Nullable LogEntry event;

        Merged(Iterator<LogEntry> writes, Iterator<LogEntry> events) {
            this.writes = writes;
            this.events = events;
            write = next(writes);
            event = next(events);
        }

        @Override
        public boolean hasNext() {
            return write != null || event != null;
        }

        @Override
        public LogEntry next() {
            LogEntry ofWrites = write;
            LogEntry ofEvents = event;
            if (ofWrites != null && (ofEvents == null || ofWrites.seq() <= ofEvents.seq())) {
                write = next(writes);
                return ofWrites;
            } else if (ofEvents != null) {
                event = next(events);
                return ofEvents;
            }
            throw new NoSuchElementException();
        }

        private static @Nullable LogEntry next(Iterator<LogEntry> entries) {
            return entries.hasNext() ? entries.next() : null;
        }
    }
}
