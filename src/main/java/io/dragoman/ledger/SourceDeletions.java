package io.dragoman.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Records that were moved and are at the source no more, and what became of what was made of them. Safe for use by several
 * threads; a change is on disk when its method returns.
 */
public final class SourceDeletions {
    private static final String COLUMNS =
            "select mapping, source_key, outcome, reason, run, first_run from source_deletion where migration = ?";
    private static final int REASON = 200;

    private final Desk desk;

    SourceDeletions(Desk desk) {
        this.desk = desk;
    }

    /** What became of the target record. */
    public enum Outcome {
        /** Nothing: the policy asks for a list. */
        REPORTED,
        /** It was closed, as its kind can be. */
        CLOSED,
        /** It was deleted. */
        DELETED,
        /** Nothing, in spite of the policy, because it is more than what we made. */
        KEPT,
        /** Nothing: other source records share it. */
        SHARED;

        /** The word used in the ledger and in reports: lower case. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One deleted source record.
     *
     * @param reason why it was kept; empty for every other outcome
     * @param run in which this became of it
     * @param firstRun that found it deleted
     */
    public record Entry(String mapping, String key, Outcome outcome, String reason, String run, String firstRun) {}

    /** Remembers what became of a deleted record; the same again changes nothing. */
    public void note(String run, String mapping, String key, Outcome outcome, String reason) {
        String why = Desk.fitting(reason, REASON);
        Optional<Entry> known = find(mapping, key);
        if (known.isPresent()
                && known.get().outcome() == outcome
                && known.get().reason().equals(why)) {
            return;
        }
        int number = Runs.number(run);
        desk.writer()
                .write(pen -> known.isPresent()
                        ? pen.now(
                                "update source_deletion set outcome = ?, reason = ?, run = ?, at_moment = ?"
                                        + " where source_key = ? and mapping = ? and migration = ?",
                                outcome.word(),
                                why,
                                number,
                                desk.now(),
                                key,
                                mapping,
                                desk.migration())
                        : pen.now(
                                "insert into source_deletion (id, migration, mapping, source_key, outcome, reason, run,"
                                        + " first_run, at_moment) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                                pen.id(),
                                desk.migration(),
                                mapping,
                                key,
                                outcome.word(),
                                why,
                                number,
                                number,
                                desk.now()));
    }

    /** Forgets a record that is at the source again. */
    public void back(String mapping, String key) {
        desk.writer()
                .write(pen -> pen.now(
                        "delete from source_deletion where source_key = ? and mapping = ? and migration = ?",
                        key,
                        mapping,
                        desk.migration()));
    }

    public Optional<Entry> find(String mapping, String key) {
        return desk.reads()
                .first(
                        (rs, ctx) -> entry(rs),
                        COLUMNS + " and mapping = ? and source_key = ?",
                        desk.migration(),
                        mapping,
                        key);
    }

    /** Those a run found or did something with, by mapping and key. */
    public List<Entry> of(String run) {
        return desk.reads()
                .list(
                        (rs, ctx) -> entry(rs),
                        COLUMNS + " and run = ? order by mapping, source_key",
                        desk.migration(),
                        Runs.number(run));
    }

    /** All of a mapping, by key. */
    public List<Entry> all(String mapping) {
        return desk.reads()
                .list(
                        (rs, ctx) -> entry(rs),
                        COLUMNS + " and mapping = ? order by source_key",
                        desk.migration(),
                        mapping);
    }

    private static Entry entry(ResultSet rs) throws SQLException {
        return new Entry(
                rs.getString("mapping"),
                rs.getString("source_key"),
                Outcome.valueOf(rs.getString("outcome").toUpperCase(Locale.ROOT)),
                rs.getString("reason"),
                Runs.word(rs.getInt("run")),
                Runs.word(rs.getInt("first_run")));
    }
}
