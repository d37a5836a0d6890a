package io.dragoman.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The approvals of a migration; none is ever changed or deleted. Safe for use by several threads. */
public final class Approvals {
    private final Desk desk;

    Approvals(Desk desk) {
        this.desk = desk;
    }

    public void approve(Approval.Kind kind, String by, String hash, Instant at) {
        Instant when = at.truncatedTo(ChronoUnit.MILLIS);
        desk.writer().write(pen -> {
            pen.now(
                    "insert into approval (id, migration, kind, approved_by, hash, approved_at)"
                            + " values (?, ?, ?, ?, ?, ?)",
                    pen.id(),
                    desk.migration(),
                    kind.word(),
                    by,
                    hash,
                    when);
            EventRows.add(
                    pen,
                    desk,
                    new Event("approval", when)
                            .with(LogColumn.VERB, kind.word())
                            .with(LogColumn.BY, by)
                            .with(LogColumn.DIGEST, hash));
            return when;
        });
    }

    /** All approvals of a kind, the first one first. */
    public List<Approval> all(Approval.Kind kind) {
        return desk.reads()
                .list(
                        (rs, ctx) -> approval(kind, rs),
                        "select approved_by, hash, approved_at from approval where migration = ? and kind = ? order by id",
                        desk.migration(),
                        kind.word());
    }

    /** Who gave the last approval before this moment, such as the start of a run, which it was let through by; empty for nobody. */
    public String standing(Approval.Kind kind, Instant at) {
        String by = "";
        for (Approval approval : all(kind)) {
            if (!approval.at().isAfter(at)) {
                by = approval.by();
            }
        }
        return by;
    }

    /** The approval given last, whatever its hash. */
    public Optional<Approval> latest(Approval.Kind kind) {
        return desk.reads()
                .first(
                        (rs, ctx) -> approval(kind, rs),
                        "select approved_by, hash, approved_at from approval where migration = ? and kind = ?"
                                + " order by id desc limit 1",
                        desk.migration(),
                        kind.word());
    }

    private static Approval approval(Approval.Kind kind, ResultSet rs) throws SQLException {
        return new Approval(
                kind,
                rs.getString("approved_by"),
                rs.getString("hash"),
                Objects.requireNonNull(Desk.instant(rs, "approved_at")));
    }
}
