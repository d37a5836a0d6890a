package io.dragoman.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The hours in which deltas follow each other by themselves. At most one window is open. Safe for use by several threads. */
public final class DeltaWindows {
    private static final int TOLD = 2000;

    private final Desk desk;

    DeltaWindows(Desk desk) {
        this.desk = desk;
    }

    /**
     * A window.
     *
     * @param every from the beginning of one delta to that of the next
     * @param next when the next delta is due
     */
    public record Window(long id, Instant started, Instant ends, Duration every, Instant next) {}

    /** One delta of a window. @param run empty when it did not come to one */
    public record Round(String run, Instant at, String told) {}

    /** The window that is open; empty when none is. */
    public Optional<Window> open() {
        return desk.reads()
                .first(
                        (rs, ctx) -> window(rs),
                        "select id, started_at, ends_at, every_seconds, next_at from delta_window"
                                + " where migration = ? and not closed order by id desc",
                        desk.migration());
    }

    /** Opens a window whose first delta is due now. */
    public Window open(Duration length, Duration every) {
        Instant now = desk.now();
        long id = desk.writer().write(pen -> {
            long made = pen.id();
            pen.now(
                    "insert into delta_window (id, migration, started_at, ends_at, every_seconds, next_at, closed)"
                            + " values (?, ?, ?, ?, ?, ?, ?)",
                    made,
                    desk.migration(),
                    now,
                    now.plus(length),
                    every.toSeconds(),
                    now,
                    false);
            return made;
        });
        return new Window(id, now, now.plus(length), every, now);
    }

    /** Remembers how a delta of the window ended, and when the next one is due. */
    public void round(Window window, Round round, Instant next) {
        desk.writer().write(pen -> {
            pen.now(
                    "insert into delta_round (id, delta_window, run, at_moment, told) values (?, ?, ?, ?, ?)",
                    pen.id(),
                    window.id(),
                    round.run(),
                    round.at(),
                    Desk.fitting(round.told(), TOLD));
            return pen.now("update delta_window set next_at = ? where id = ?", next, window.id());
        });
    }

    /** Ends a window. */
    public void close(Window window) {
        desk.writer().write(pen -> pen.now("update delta_window set closed = ? where id = ?", true, window.id()));
    }

    /** The deltas of a window, the first one first. */
    public List<Round> rounds(Window window) {
        return desk.reads()
                .list(
                        (rs, ctx) -> new Round(
                                rs.getString("run"),
                                Objects.requireNonNull(Desk.instant(rs, "at_moment")),
                                rs.getString("told")),
                        "select run, at_moment, told from delta_round where delta_window = ? order by id",
                        window.id());
    }

    private static Window window(ResultSet rs) throws SQLException {
        return new Window(
                rs.getLong("id"),
                Objects.requireNonNull(Desk.instant(rs, "started_at")),
                Objects.requireNonNull(Desk.instant(rs, "ends_at")),
                Duration.ofSeconds(rs.getLong("every_seconds")),
                Objects.requireNonNull(Desk.instant(rs, "next_at")));
    }
}
