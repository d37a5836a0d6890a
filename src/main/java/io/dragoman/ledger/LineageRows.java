package io.dragoman.ledger;

import io.dragoman.model.FileFields;
import io.dragoman.model.TargetId;
import io.dragoman.model.TargetRecord;
import io.dragoman.model.TargetWrite;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The table of lineage. A row without an order of making is a record that is not in the target. */
final class LineageRows {
    private static final String COLUMNS =
            "select l.mapping, l.source_key, l.kind, l.target_id, l.fingerprint, l.created_by_us, l.leader, l.created_run,"
                    + " l.last_run, l.made_order, w.request, w.imprint from lineage l left join write w on w.id = l.last_write";

    private static final int START = 100;

    private final Desk desk;

    LineageRows(Desk desk) {
        this.desk = desk;
    }

    /** A row of the table: where it lies, and what it stands for just now. */
    record Known(
            long id,
            @Nullable String target,
            long leader,
            boolean inTarget,
            @Nullable String fingerprint) {
        boolean ownTarget() {
            return inTarget && leader == 0;
        }
    }

    @Nullable
    Known known(Spot spot) {
        return desk.reads()
                .first(
                        (rs, ctx) -> new Known(
                                rs.getLong(1), rs.getString(2), rs.getLong(3), rs.getLong(4) > 0, rs.getString(5)),
                        "select id, target_id, leader, made_order, fingerprint from lineage"
                                + " where source_key = ? and mapping = ? and migration = ?",
                        spot.key(),
                        spot.mapping(),
                        desk.migration())
                .orElse(null);
    }

    List<Lineage> find(Spot spot) {
        return desk.reads()
                .list(
                        (rs, ctx) -> lineage(rs),
                        COLUMNS + " where l.source_key = ? and l.mapping = ? and l.migration = ? and l.made_order > 0",
                        spot.key(),
                        spot.mapping(),
                        desk.migration());
    }

    /** At most a page of rows made before this one, the latest first. */
    List<Lineage> before(String mapping, long order) {
        return desk.reads()
                .list(
                        (rs, ctx) -> lineage(rs),
                        COLUMNS + " where l.migration = ? and l.mapping = ? and l.made_order < ?"
                                + " order by l.migration desc, l.mapping desc, l.made_order desc limit " + Paged.PAGE,
                        desk.migration(),
                        mapping,
                        order);
    }

    /** At most a page of rows made before this one, the latest first, without what was written. */
    List<Lineages.Place> placesBefore(String mapping, long order) {
        return desk.reads()
                .list(
                        (rs, ctx) -> new Lineages.Place(
                                rs.getLong(1), rs.getString(2), rs.getBoolean(3), rs.getLong(4) != 0),
                        "select made_order, source_key, created_by_us, leader from lineage"
                                + " where migration = ? and mapping = ? and made_order < ?"
                                + " order by migration desc, mapping desc, made_order desc limit " + Paged.PAGE,
                        desk.migration(),
                        mapping,
                        order);
    }

    void settle(Pen pen, WriteText text, TargetWrite write, TargetId target, boolean inTarget) throws SQLException {
        if (write.verb() == TargetWrite.Verb.DELETE) {
            TargetId deleted = write.targetId();
            if (deleted != null) {
                pen.add(Line.GONE, text.run(), text.lineage(), deleted.value());
                pen.add(Line.FOLLOWERS_GONE, text.run(), text.lineage(), deleted.value());
            }
        } else if (write.verb() == TargetWrite.Verb.RESTORE) {
            pen.add(Line.FORGOTTEN, text.run(), text.lineage());
            pen.add(Line.FOLLOWERS_GONE, text.run(), text.lineage(), target.value());
        } else if (write.verb() == TargetWrite.Verb.UPDATE && inTarget) {
            pen.add(Line.UPDATED, text.fingerprint(), text.run(), text.id(), text.lineage());
            if (!target.equals(write.targetId())) {
                pen.add(Line.MOVED, target.value(), start(target.value()), text.lineage(), text.lineage());
            }
        } else {
            pen.add(
                    write.verb() == TargetWrite.Verb.CREATE ? Line.CREATED : Line.ADOPTED,
                    text.kind(),
                    target.value(),
                    start(target.value()),
                    text.fingerprint(),
                    text.run(),
                    text.run(),
                    text.id(),
                    text.id(),
                    text.lineage());
        }
        if (FileFields.isFile(write.record())) {
            FileMarks marks = FileMarks.of(write.record(), desk.key());
            pen.add(Line.CONTENT, marks.content(), marks.look(), text.lineage());
        }
    }

    /** What the last write of a record left; null when nothing is known. */
    @Nullable
    Imprint imprint(Known known, Spot spot) {
        return desk.reads()
                .first(
                        (rs, ctx) -> Optional.ofNullable(rs.getString(1)),
                        "select w.imprint from lineage l join write w on w.id = l.last_write where l.id = ?",
                        known.id())
                .flatMap(found -> found)
                .map(json -> Imprint.read(json, desk.key(), spot))
                .orElse(null);
    }

    void forget(Pen pen, long lineage, int run) throws SQLException {
        pen.add(Line.FORGOTTEN, run, lineage);
    }

    /** How a target's id begins, as far as an index can hold it. */
    static @Nullable String start(@Nullable String target) {
        return target == null ? null : target.substring(0, Math.min(START, target.length()));
    }

    /** All records that became, or share, this record of the target, what was made first comes first. */
    List<Lineage> of(String kind, String target) {
        return desk.reads()
                .list(
                        (rs, ctx) -> lineage(rs),
                        COLUMNS + " where l.target_start = ? and l.migration = ? and l.target_id = ? and l.kind = ?"
                                + " and l.made_order > 0 order by l.made_order",
                        target.substring(0, Math.min(START, target.length())),
                        desk.migration(),
                        target,
                        kind);
    }

    private Lineage lineage(ResultSet rs) throws SQLException {
        String made = rs.getString("request");
        String imprint = rs.getString("imprint");
        Spot spot = new Spot(rs.getString("mapping"), rs.getString("source_key"));
        return new Lineage(
                rs.getLong("made_order"),
                rs.getString("mapping"),
                rs.getString("source_key"),
                rs.getString("kind"),
                new TargetId(rs.getString("target_id")),
                rs.getString("fingerprint"),
                rs.getBoolean("created_by_us"),
                rs.getLong("leader") != 0,
                Runs.word(rs.getInt("created_run")),
                Runs.word(rs.getInt("last_run")),
                made == null ? null : sealedRecord(made, spot),
                imprint == null ? null : Imprint.read(imprint, desk.key(), spot));
    }

    /** A record that was handed over was written under the key of another one. */
    private Sealed<TargetRecord> sealedRecord(String request, Spot spot) {
        return new Sealed<>(
                request, desk.key(), json -> RecordJson.readWrite(json).record().of(spot.mapping(), spot.key()));
    }
}
