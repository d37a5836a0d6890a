package io.dragoman.ledger;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** The approvals of a migration; none is ever changed or deleted. Safe for use by several threads. */
public final class Approvals {
    private final Desk desk;

    Approvals(Desk desk) {
        this.desk = desk;
    }

    public void approve(Approval.Kind kind, String by, String hash, Instant at) {
        desk.writer()
                .write(pen -> pen.now(
                        "insert into approval (id, migration, kind, approved_by, hash, approved_at)"
                                + " values (?, ?, ?, ?, ?, ?)",
                        pen.id(),
                        desk.migration(),
                        kind.word(),
                        by,
                        hash,
                        at));
    }

    /** The approval given last, whatever its hash. */
    public Optional<Approval> latest(Approval.Kind kind) {
        return desk.reads()
                .first(
                        (rs, ctx) -> new Approval(
                                kind,
                                rs.getString("approved_by"),
                                rs.getString("hash"),
                                Objects.requireNonNull(Desk.instant(rs, "approved_at"))),
                        "select approved_by, hash, approved_at from approval where migration = ? and kind = ?"
                                + " order by id desc limit 1",
                        desk.migration(),
                        kind.word());
    }
}
