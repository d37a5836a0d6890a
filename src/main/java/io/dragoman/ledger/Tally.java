package io.dragoman.ledger;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** Sums that the callers of one commit add to, written once at its end. Used by the writing thread only. */
final class Tally {
    /** One line of the bill: what one verb cost one company on one day. */
    record Bill(String company, LocalDate day, String verb) {}

    /** A company's day. */
    record Day(String company, LocalDate day) {}

    private final Map<Bill, Long> spent = new HashMap<>();
    private final Map<Day, Long> told = new HashMap<>();
    private final Map<Long, Long> runs = new HashMap<>();

    void spend(Bill bill, long tokens) {
        spent.merge(bill, tokens, Long::sum);
    }

    void told(Day day, long left) {
        told.put(day, left);
    }

    void run(long runId, long tokens) {
        runs.merge(runId, tokens, Long::sum);
    }

    void write(Pen pen) throws SQLException {
        for (Map.Entry<Bill, Long> entry : spent.entrySet()) {
            Bill bill = entry.getKey();
            int known = pen.now(
                    "update tokens set spent = spent + ? where company = ? and on_day = ? and verb = ?",
                    entry.getValue(),
                    bill.company(),
                    bill.day(),
                    bill.verb());
            if (known == 0) {
                pen.now(
                        "insert into tokens (id, company, on_day, verb, spent) values (?, ?, ?, ?, ?)",
                        pen.id(),
                        bill.company(),
                        bill.day(),
                        bill.verb(),
                        entry.getValue());
            }
        }
        for (Map.Entry<Day, Long> entry : told.entrySet()) {
            Day day = entry.getKey();
            int known = pen.now(
                    "update budget set left_told = ? where company = ? and on_day = ?",
                    entry.getValue(),
                    day.company(),
                    day.day());
            if (known == 0) {
                pen.now(
                        "insert into budget (id, company, on_day, left_told) values (?, ?, ?, ?)",
                        pen.id(),
                        day.company(),
                        day.day(),
                        entry.getValue());
            }
        }
        for (Map.Entry<Long, Long> entry : runs.entrySet()) {
            pen.now("update run set tokens = tokens + ? where id = ?", entry.getValue(), entry.getKey());
        }
    }

    void clear() {
        spent.clear();
        told.clear();
        runs.clear();
    }
}
