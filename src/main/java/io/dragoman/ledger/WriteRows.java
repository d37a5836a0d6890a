package io.dragoman.ledger;

import io.dragoman.model.TargetId;
import io.dragoman.model.TargetWrite;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The table of writes. */
final class WriteRows {
    private static final String COLUMNS =
            "select w.id, w.lineage, w.run, l.mapping, l.source_key, w.kind, w.verb, w.fingerprint, w.digest, w.request,"
                    + " w.before_change, w.intended_at, w.state, w.attempts, w.target_id, w.code, w.closed_at, w.tokens,"
                    + " w.differences, w.imprint, w.seq, w.chain from write w join lineage l on l.id = w.lineage";

    // The sum keeps HSQLDB from the index that begins with the migration: it would sort all writes for each page.
    private static final String AFTER = COLUMNS + " where w.id > ? and w.migration + 0 = ? and w.run ";

    private final Desk desk;

    WriteRows(Desk desk) {
        this.desk = desk;
    }

    /** One row as it lies in the table. {@code seq} is 0 and {@code closing.at} meaningless while it is open. */
    record Row(
            WriteText text,
            Closing closing,
            long seq,
            @Nullable String chain) {}

    /** Writes an intent, and its lineage row when there is none yet, and returns it with its ids. */
    WriteText insert(Pen pen, WriteText draft, @Nullable TargetId target) throws SQLException {
        long lineage = draft.lineage();
        if (lineage == 0) {
            lineage = pen.id();
            pen.add(Line.NEW_LINEAGE, lineage, desk.migration(), draft.mapping(), draft.key(), draft.kind());
        }
        WriteText text = draft.with(pen.id(), lineage);
        pen.add(
                Line.NEW_WRITE,
                text.id(),
                desk.migration(),
                text.run(),
                lineage,
                lineage,
                text.verb(),
                text.kind(),
                text.fingerprint(),
                text.digest(),
                text.request(),
                text.before(),
                text.intendedAt(),
                target == null ? null : target.value());
        return text;
    }

    Chain.Link close(Pen pen, WriteText text, Closing closing) throws SQLException {
        Chain.Link link = pen.chain().add(columns(text, closing));
        pen.add(
                Line.CLOSED,
                closing.outcome().word(),
                closing.attempts(),
                closing.target(),
                closing.code(),
                closing.at(),
                closing.tokens(),
                closing.differences(),
                closing.imprint(),
                link.seq(),
                link.hash(),
                text.id());
        return link;
    }

    /** Intents without a receipt, the oldest first. */
    List<Row> open(@Nullable String mapping) {
        String open = COLUMNS + " where w.state = 'open' and w.migration = ?";
        return mapping == null
                ? desk.reads().list((rs, ctx) -> row(rs), open + " order by w.id", desk.migration())
                : desk.reads()
                        .list(
                                (rs, ctx) -> row(rs),
                                open + " and l.mapping = ? order by w.id",
                                desk.migration(),
                                mapping);
    }

    List<WriteRow> of(Spot spot) {
        return desk.reads()
                .list(
                        (rs, ctx) -> shown(row(rs)),
                        COLUMNS + " where l.source_key = ? and l.mapping = ? and l.migration = ? order by w.id",
                        spot.key(),
                        spot.mapping(),
                        desk.migration());
    }

    Set<String> differed(String mapping, long fromOrder, long toOrder) {
        return new HashSet<>(desk.reads()
                .list(
                        (rs, ctx) -> rs.getString(1),
                        "select distinct l.source_key from lineage l join write w on w.lineage = l.id where l.migration = ?"
                                + " and l.mapping = ? and l.made_order between ? and ? and w.differences <> '[]'",
                        desk.migration(),
                        mapping,
                        fromOrder,
                        toOrder));
    }

    /** The writes of a run; they all came after the run's own row. */
    Iterator<WriteRow> of(int run, long runId) {
        return new Paged<>(
                runId,
                after -> desk.reads()
                        .list(
                                (rs, ctx) -> shown(row(rs)),
                                AFTER + "= ? order by w.id limit " + Paged.PAGE,
                                after,
                                desk.migration(),
                                run),
                WriteRow::id);
    }

    /** The writes of runs after this one, which all came after its own row. */
    Iterator<WriteRow> after(int run, long runId) {
        return new Paged<>(
                runId,
                after -> desk.reads()
                        .list(
                                (rs, ctx) -> shown(row(rs)),
                                AFTER + "> ? order by w.id limit " + Paged.PAGE,
                                after,
                                desk.migration(),
                                run),
                WriteRow::id);
    }

    Intent intent(Row row) {
        WriteText text = row.text();
        String before = text.before();
        return new Intent(
                text,
                RecordJson.readWrite(desk.key().open(text.request())),
                before == null ? null : RecordJson.readRecord(desk.key().open(before)));
    }

    /** At most a page of closed writes after this place in the log, up to that one. */
    List<LogEntry> closed(long after, long last) {
        return desk.reads()
                .list(
                        (rs, ctx) -> entry(row(rs)),
                        COLUMNS + " where w.migration = ? and w.seq > ? and w.seq <= ?"
                                + " order by w.migration, w.seq limit " + Paged.PAGE,
                        desk.migration(),
                        after,
                        last);
    }

    private LogEntry entry(Row row) {
        String link = row.chain();
        return new LogEntry(row.seq(), columns(row.text(), row.closing()), link == null ? "" : link, shown(row));
    }

    private static Map<LogColumn, String> columns(WriteText text, Closing closing) {
        Map<LogColumn, String> columns = new EnumMap<>(LogColumn.class);
        text.tell(columns);
        closing.tell(columns);
        return columns;
    }

    private WriteRow shown(Row row) {
        WriteText text = row.text();
        Closing closing = row.closing();
        String before = text.before();
        String target = closing.target();
        return new WriteRow(
                text.id(),
                row.seq(),
                Runs.word(text.run()),
                text.mapping(),
                text.key(),
                text.kind(),
                TargetWrite.Verb.valueOf(text.verb()),
                closing.outcome(),
                target == null ? null : new TargetId(target),
                closing.code(),
                text.fingerprint(),
                text.intendedAt(),
                closing.outcome() == Outcome.OPEN ? null : closing.at(),
                closing.attempts(),
                closing.tokens(),
                RecordJson.readNames(closing.differences()),
                new Sealed<>(text.request(), desk.key(), RecordJson::readWrite),
                before == null ? null : new Sealed<>(before, desk.key(), RecordJson::readRecord));
    }

    private static Row row(ResultSet rs) throws SQLException {
        WriteText text = new WriteText(
                rs.getLong("id"),
                rs.getLong("lineage"),
                rs.getInt("run"),
                rs.getString("mapping"),
                rs.getString("source_key"),
                rs.getString("kind"),
                rs.getString("verb"),
                rs.getString("fingerprint"),
                rs.getString("digest"),
                rs.getString("request"),
                rs.getString("before_change"),
                Objects.requireNonNull(Desk.instant(rs, "intended_at")));
        Instant closedAt = Desk.instant(rs, "closed_at");
        String differences = rs.getString("differences");
        Closing closing = new Closing(
                Outcome.of(rs.getString("state")),
                rs.getInt("attempts"),
                rs.getString("target_id"),
                rs.getString("code"),
                closedAt == null ? Instant.EPOCH : closedAt,
                rs.getInt("tokens"),
                differences == null ? "[]" : differences,
                rs.getString("imprint"));
        return new Row(text, closing, rs.getLong("seq"), rs.getString("chain"));
    }
}
