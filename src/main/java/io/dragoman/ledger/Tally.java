package io.dragoman.ledger;

import io.dragoman.model.Price;
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

    /** One line of what a run costs. */
    record Entry(long run, String mapping, String port) {}

    private final Map<Bill, Long> spent = new HashMap<>();
    private final Map<Day, Long> told = new HashMap<>();
    private final Map<Long, Long> runs = new HashMap<>();
    private final Map<Entry, Price> costs = new HashMap<>();

    void spend(Bill bill, long tokens) {
        spent.merge(bill, tokens, Long::sum);
    }

    void told(Day day, long left) {
        told.put(day, left);
    }

    void run(long runId, long tokens) {
        runs.merge(runId, tokens, Long::sum);
    }

    void cost(Entry entry, Price price) {
        costs.merge(entry, price, Price::plus);
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
        for (Map.Entry<Entry, Price> entry : costs.entrySet()) {
            write(pen, entry.getKey(), entry.getValue());
        }
    }

    private static void write(Pen pen, Entry entry, Price price) throws SQLException {
        int known = pen.now(
                "update run_cost set requests = requests + ?, tokens = tokens + ?"
                        + " where run = ? and mapping = ? and verb = ?",
                price.requests(),
                price.tokens(),
                entry.run(),
                entry.mapping(),
                entry.port());
        if (known == 0) {
            pen.now(
                    "insert into run_cost (id, run, mapping, verb, requests, tokens) values (?, ?, ?, ?, ?, ?)",
                    pen.id(),
                    entry.run(),
                    entry.mapping(),
                    entry.port(),
                    price.requests(),
                    price.tokens());
        }
    }

    void clear() {
        spent.clear();
        told.clear();
        runs.clear();
        costs.clear();
    }
}
