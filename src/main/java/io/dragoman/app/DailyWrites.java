package io.dragoman.app;

import io.dragoman.ledger.Marks;
import java.time.Instant;
import java.time.LocalDate;
import java.util.OptionalLong;

/**
 * The writing requests of a day in UTC, of which an old rule allows each user 10,000; whether it still holds is not documented. The
 * target's word is believed, and with a number of our own we count as well. Not thread-safe.
 */
final class DailyWrites {
    private static final String MARK = "writes";
    private final AccountBooks books;
    private final long aDay;
    private final BudgetDays days;
    private LocalDate day;
    private long sent;
    private boolean spent;

    /** @param aDay how many are allowed; 0 when only the target's word counts */
    DailyWrites(AccountBooks books, long aDay, BudgetDays days, Instant now) {
        this.books = books;
        this.aDay = aDay;
        this.days = days;
        this.day = days.on(now);
        books.find(MARK).filter(mark -> mark.day().equals(day)).ifPresent(mark -> {
            sent = Math.max(0, mark.amount());
            spent = mark.amount() < 0;
        });
    }

    /** Whether one more may be sent today. */
    boolean allowed(Instant now) {
        turn(now);
        return !spent && (aDay == 0 || sent < aDay);
    }

    void sent(Instant now) {
        if (aDay > 0) {
            sent++;
            books.note(MARK, new Marks.Mark(now, day, sent));
        }
    }

    /** What the target says is left; empty when it says nothing. */
    void told(OptionalLong left, Instant now) {
        turn(now);
        if (left.isPresent() && left.getAsLong() <= 0 && !spent) {
            spent = true;
            books.note(MARK, new Marks.Mark(now, day, -1));
        }
    }

    Instant end(Instant now) {
        return days.end(now);
    }

    private void turn(Instant now) {
        if (!days.on(now).equals(day)) {
            day = days.on(now);
            sent = 0;
            spent = false;
        }
    }
}
