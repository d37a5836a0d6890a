package io.dragoman.ledger;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What requests cost, by company and day, over all migrations of this ledger. Safe for use by several threads.
 *
 * <p>Spending does not wait for the disk: it joins the next commit, and a crash may lose the last moments of it. The
 * target's own count, once told, puts that right.
 */
public final class Tokens {
    private final Desk desk;
    private final Map<Tally.Day, Long> notYetOnDisk = new ConcurrentHashMap<>();
    private final Map<Tally.Day, Long> told = new ConcurrentHashMap<>();

    Tokens(Desk desk) {
        this.desk = desk;
    }

    /** Counts tokens as spent. @param verb the kind of request, for reports */
    public void spend(String company, LocalDate day, String verb, int tokens) {
        desk.writer().mustBeAlive();
        Tally.Day of = new Tally.Day(company, day);
        notYetOnDisk.merge(of, (long) tokens, Long::sum);
        desk.writer()
                .submit(pen -> {
                    pen.tally().spend(new Tally.Bill(company, day, verb), tokens);
                    return tokens;
                })
                .thenRun(() -> notYetOnDisk.compute(of, (key, waiting) -> without(waiting, tokens)));
    }

    /** Tokens spent on a day, those included that are not on disk yet. */
    public long spent(String company, LocalDate day) {
        long waiting = notYetOnDisk.getOrDefault(new Tally.Day(company, day), 0L);
        return waiting
                + desk.reads()
                        .number(
                                "select coalesce(sum(spent), 0) from tokens where company = ? and on_day = ?",
                                company,
                                day);
    }

    /** Tokens spent on each day, the last day first; what is not on disk yet is missing. */
    public Map<LocalDate, Long> byDay(String company) {
        Map<LocalDate, Long> days = new LinkedHashMap<>();
        desk.reads()
                .list(
                        (rs, ctx) -> Map.entry(rs.getObject(1, LocalDate.class), rs.getLong(2)),
                        "select on_day, sum(spent) from tokens where company = ? group by on_day order by on_day desc",
                        company)
                .forEach(day -> days.put(day.getKey(), day.getValue()));
        return days;
    }

    /** Remembers what the target said is left of a day; does not wait for the disk. */
    public void told(String company, LocalDate day, long left) {
        Tally.Day of = new Tally.Day(company, day);
        told.put(of, left);
        desk.writer().submit(pen -> {
            pen.tally().told(of, left);
            return left;
        });
    }

    /** What the target last said is left; empty when it never said. */
    public OptionalLong leftAsTold(String company, LocalDate day) {
        Long left = told.get(new Tally.Day(company, day));
        if (left != null) {
            return OptionalLong.of(left);
        }
        return desk.reads()
                .first(
                        (rs, ctx) -> OptionalLong.of(rs.getLong(1)),
                        "select left_told from budget where company = ? and on_day = ?",
                        company,
                        day)
                .orElse(OptionalLong.empty());
    }

    private static @Nullable Long without(@Nullable Long waiting, long tokens) {
        long left = (waiting == null ? 0 : waiting) - tokens;
        return left == 0 ? null : left;
    }
}
