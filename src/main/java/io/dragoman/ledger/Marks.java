package io.dragoman.ledger;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;

/**
 * What an account asked of us that must outlive the process, such as a ban; one mark of each name for a company, over all migrations of
 * this ledger. Safe for use by several threads.
 */
public final class Marks {
    private final Desk desk;

    Marks(Desk desk) {
        this.desk = desk;
    }

    /**
     * One mark.
     *
     * @param at the moment it is about, in milliseconds
     * @param day the day of the budget it belongs to
     * @param amount what is counted; 0 where nothing is
     */
    public record Mark(Instant at, LocalDate day, long amount) {}

    /** Sets a mark in place of the one before; returns when it is on disk. */
    public void set(String company, String name, Mark mark) {
        desk.writer().write(pen -> put(pen, company, name, mark));
    }

    /** Sets a mark in place of the one before; joins the next commit, which a crash may lose. */
    public void note(String company, String name, Mark mark) {
        desk.writer().mustBeAlive();
        var unused = desk.writer().submit(pen -> put(pen, company, name, mark));
    }

    /** The mark as it is on disk. */
    public Optional<Mark> find(String company, String name) {
        return desk.reads()
                .first(
                        (rs, ctx) -> new Mark(
                                Objects.requireNonNull(Desk.instant(rs, "at_moment")),
                                rs.getObject("on_day", LocalDate.class),
                                rs.getLong("amount")),
                        "select at_moment, on_day, amount from mark where company = ? and name = ?",
                        company,
                        name);
    }

    private static int put(Pen pen, String company, String name, Mark mark) throws SQLException {
        Instant at = mark.at().truncatedTo(ChronoUnit.MILLIS);
        int known = pen.now(
                "update mark set at_moment = ?, on_day = ?, amount = ? where company = ? and name = ?",
                at,
                mark.day(),
                mark.amount(),
                company,
                name);
        if (known > 0) {
            return known;
        }
        return pen.now(
                "insert into mark (id, company, name, at_moment, on_day, amount) values (?, ?, ?, ?, ?, ?)",
                pen.id(),
                company,
                name,
                at,
                mark.day(),
                mark.amount());
    }
}
