package io.dragoman.ledger;

import io.dragoman.model.TargetRecord;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/**
 * The lineage of files, asked by what they hold and how they look. Only what is settled is seen here. Safe for use by several threads.
 */
public final class FileLineages {
    private static final String INHERIT = "update lineage set leader = null, fingerprint = '',"
            + " created_by_us = (select o.created_by_us from lineage o where o.id = ?),"
            + " created_run = (select o.created_run from lineage o where o.id = ?),"
            + " last_write = (select o.last_write from lineage o where o.id = ?),"
            + " content = (select o.content from lineage o where o.id = ?),"
            + " look = (select o.look from lineage o where o.id = ?) where id = ?";

    private final Desk desk;
    private final OpenIntents open;

    FileLineages(Desk desk, OpenIntents open) {
        this.desk = desk;
        this.open = open;
    }

    /** A record whose file is in the target. */
    public record Holder(String mapping, String key) {}

    /** The marks of a file whose content is measured, its links resolved. */
    public FileMarks marks(TargetRecord record) {
        return FileMarks.of(record, desk.key());
    }

    /** Whose file has this content; empty when none is in the target. */
    public Optional<Holder> withContent(FileMarks marks) {
        return holder("content", marks.content());
    }

    /** Whose file has this look; empty when none is in the target. */
    public Optional<Holder> withLook(FileMarks marks) {
        return holder("look", marks.look());
    }

    private Optional<Holder> holder(String column, String mark) {
        return desk.reads()
                .first(
                        (rs, ctx) -> new Holder(rs.getString(1), rs.getString(2)),
                        "select mapping, source_key from lineage where migration = ? and " + column
                                + " = ? and made_order > 0 and leader is null order by made_order limit 1",
                        desk.migration(),
                        mark);
    }

    /**
     * Hands the target record of a source record over to the first of those that share it, because the source record gets another
     * one, or is gone. The target is not touched; the source record is in the ledger afterwards as if it had never been written, and
     * its heir is looked at again. One commit.
     *
     * @return whether anybody shares it; else nothing happens
     */
    public boolean handOver(String run, String mapping, String key) {
        int number = Runs.number(run);
        Spot spot = new Spot(mapping, key);
        open.claim(spot);
        try {
            long from = id(spot);
            Optional<Long> heir = desk.reads()
                    .first(
                            (rs, ctx) -> rs.getLong(1),
                            "select id from lineage where leader = ? and made_order > 0 order by made_order limit 1",
                            from);
            Instant now = desk.now();
            heir.ifPresent(to -> desk.writer().write(pen -> {
                pen.now(INHERIT, from, from, from, from, from, to);
                pen.now("update lineage set leader = ? where leader = ? and id <> ?", to, from, to);
                pen.now(Line.FORGOTTEN.sql(), number, from);
                EventRows.add(pen, desk, handed(pen, spot, to, number, now));
                return to;
            }));
            return heir.isPresent();
        } finally {
            open.release(spot);
        }
    }

    private static Event handed(Pen pen, Spot from, long to, int run, Instant now) throws SQLException {
        Event event = new Event("handed-over", now).in(run).of(from);
        return pen.first(
                        (rs, ctx) -> event.with(LogColumn.KIND, rs.getString(3))
                                .with(LogColumn.TARGET, rs.getString(4))
                                .with(LogColumn.NOTE, new Spot(rs.getString(1), rs.getString(2)).toString()),
                        "select mapping, source_key, kind, target_id from lineage where id = ?",
                        to)
                .orElse(event);
    }

    private long id(Spot spot) {
        return desk.reads()
                .first(
                        (rs, ctx) -> rs.getLong(1),
                        "select id from lineage where source_key = ? and mapping = ? and migration = ?",
                        spot.key(),
                        spot.mapping(),
                        desk.migration())
                .orElse(0L);
    }
}
