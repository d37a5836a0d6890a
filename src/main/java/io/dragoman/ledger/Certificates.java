package io.dragoman.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** The certificates that were made of a migration; none is ever changed. Safe for use by several threads. */
public final class Certificates {
    private final Desk desk;

    Certificates(Desk desk) {
        this.desk = desk;
    }

    /**
     * One certificate.
     *
     * @param number from 1
     * @param complete whether it certifies without exceptions
     * @param hash of what was signed
     */
    public record Certificate(int number, String by, Instant at, boolean complete, String hash) {}

    /** The number the next one gets. */
    public int next() {
        return (int) desk.reads().number("select max(number) from certificate where migration = ?", desk.migration())
                + 1;
    }

    public void add(Certificate certificate) {
        desk.writer().write(pen -> {
            EventRows.add(
                    pen,
                    desk,
                    new Event("certificate", certificate.at())
                            .with(LogColumn.OUTCOME, certificate.complete() ? "complete" : "with exceptions")
                            .with(LogColumn.BY, certificate.by())
                            .with(LogColumn.DIGEST, certificate.hash()));
            return pen.now(
                    "insert into certificate (id, migration, number, made_by, made_at, complete, hash)"
                            + " values (?, ?, ?, ?, ?, ?, ?)",
                    pen.id(),
                    desk.migration(),
                    certificate.number(),
                    certificate.by(),
                    certificate.at(),
                    certificate.complete(),
                    certificate.hash());
        });
    }

    /** All of them, the first one first. */
    public List<Certificate> all() {
        return desk.reads()
                .list(
                        (rs, ctx) -> new Certificate(
                                rs.getInt("number"),
                                rs.getString("made_by"),
                                Objects.requireNonNull(Desk.instant(rs, "made_at")),
                                rs.getBoolean("complete"),
                                rs.getString("hash")),
                        "select number, made_by, made_at, complete, hash from certificate where migration = ?"
                                + " order by number",
                        desk.migration());
    }
}
