package io.dragoman.ledger;

import io.dragoman.model.Problem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Source records that were set aside, with the reason and never a value. Safe for use by several threads. */
public final class Quarantine {
    private static final String COLUMNS = "select mapping, source_key, code, place, advice, fingerprint, run, times,"
            + " first_at, last_at, resolved_at, resolved_by from quarantine where migration = ?";
    private static final int PLACE = 2000;
    private static final int ADVICE = 10000;
    private static final int BY = 200;

    private final Desk desk;

    Quarantine(Desk desk) {
        this.desk = desk;
    }

    /**
     * One reason for which a record was set aside.
     *
     * @param fingerprint of the source record when it was last set aside; null when it could not be read
     * @param run that set it aside last
     * @param times it was set aside for this reason while the entry was open
     * @param resolvedAt null while it is open
     * @param resolvedBy a run or a person; null while it is open
     */
    public record Entry(
            String mapping,
            String key,
            Problem problem,
            @Nullable String fingerprint,
            String run,
            int times,
            Instant first,
            Instant last,
            @Nullable Instant resolvedAt,
            @Nullable String resolvedBy) {}

    /**
     * Sets a record aside. An open entry for the same record and code is counted up and keeps the latest words; one for another code,
     * from an earlier run, is closed, because that is no more what keeps the record.
     *
     * @param problem its texts hold no value; longer ones lose their end
     */
    public void setAside(String run, String mapping, String key, Problem problem, @Nullable String fingerprint) {
        int number = Runs.number(run);
        try {
            setAside(number, mapping, shortened(key), problem, fingerprint);
        } catch (GroupCommit.Taken e) {
            // Another caller made the entry between our look and our write; the second look finds it.
            setAside(number, mapping, shortened(key), problem, fingerprint);
        }
    }

    /** Closes every open entry of a record. @param by a run or a person */
    public void resolve(String mapping, String key, String by) {
        Instant now = desk.now();
        if (isOpen(mapping, key)) {
            desk.writer()
                    .write(pen -> pen.now(
                            "update quarantine set open_code = null, resolved_at = ?, resolved_by = ? where source_key = ?"
                                    + " and mapping = ? and migration = ? and open_code is not null",
                            now,
                            Desk.fitting(by, BY),
                            shortened(key),
                            mapping,
                            desk.migration()));
        }
    }

    /**
     * Open entries, the oldest first.
     *
     * @param limit the most that are wanted
     * @param code null for every code
     */
    public List<Entry> open(int limit, @Nullable String code) {
        return open(limit, code, null);
    }

    /** As {@link #open(int, String)}. @param mapping null for every mapping */
    public List<Entry> open(int limit, @Nullable String code, @Nullable String mapping) {
        List<Object> values = new ArrayList<>(List.of(desk.migration()));
        String sql = COLUMNS + " and open_code is not null" + also("open_code", code, values)
                + also("mapping", mapping, values) + " order by id limit ?";
        values.add(limit);
        return desk.reads().list((rs, ctx) -> entry(rs), sql, values.toArray());
    }

    /** Source keys of a mapping that have an open entry. */
    public Set<String> openKeys(String mapping) {
        return openKeys(mapping, null);
    }

    /** Source keys of a mapping that have an open entry. @param code null for every code */
    public Set<String> openKeys(String mapping, @Nullable String code) {
        List<Object> values = new ArrayList<>(List.of(desk.migration(), mapping));
        String sql = "select distinct source_key from quarantine where migration = ? and mapping = ?"
                + " and open_code is not null" + also("open_code", code, values);
        return new HashSet<>(desk.reads().list((rs, ctx) -> rs.getString(1), sql, values.toArray()));
    }

    /** One condition more, unless there is nothing to compare with. */
    private static String also(String column, @Nullable String value, List<Object> values) {
        if (value == null) {
            return "";
        }
        values.add(value);
        return " and " + column + " = ?";
    }

    /** How many open entries each code has, the most frequent first. */
    public Map<String, Long> countsByCode() {
        Map<String, Long> counts = new LinkedHashMap<>();
        desk.reads()
                .list(
                        (rs, ctx) -> Map.entry(rs.getString(1), rs.getLong(2)),
                        "select open_code, count(*) from quarantine where migration = ? and open_code is not null"
                                + " group by open_code order by 2 desc, 1",
                        desk.migration())
                .forEach(count -> counts.put(count.getKey(), count.getValue()));
        return counts;
    }

    /** Every entry of a source key, in whatever mapping, open or resolved, the oldest first. */
    public List<Entry> find(String key) {
        return desk.reads()
                .list(
                        (rs, ctx) -> entry(rs),
                        COLUMNS + " and source_key = ? order by id",
                        desk.migration(),
                        shortened(key));
    }

    public boolean isOpen(String mapping, String key) {
        return desk.reads()
                .first(
                        (rs, ctx) -> true,
                        "select id from quarantine where source_key = ? and mapping = ? and migration = ?"
                                + " and open_code is not null limit 1",
                        shortened(key),
                        mapping,
                        desk.migration())
                .isPresent();
    }

    private void setAside(int run, String mapping, String key, Problem problem, @Nullable String fingerprint) {
        Instant now = desk.now();
        String place = Desk.fitting(problem.place(), PLACE);
        String advice = Desk.fitting(problem.advice(), ADVICE);
        List<Open> known = openOf(mapping, key);
        Optional<Open> same = known.stream()
                .filter(open -> open.code().equals(problem.code()))
                .findFirst();
        String why = Runs.word(run) + ": now " + problem.code();
        desk.writer().writeUnlessTaken(pen -> {
            for (Open open : known) {
                // Two rows with one key can be set aside by one run, each for its own reason.
                if (!open.code().equals(problem.code()) && open.run() != run) {
                    pen.add(Line.CLOSED_ENTRY, now, Desk.fitting(why, BY), open.id());
                }
            }
            if (same.isPresent()) {
                pen.add(
                        Line.SEEN_AGAIN,
                        place,
                        advice,
                        fingerprint,
                        run,
                        now,
                        same.get().id());
            } else {
                pen.add(
                        Line.SET_ASIDE,
                        pen.id(),
                        desk.migration(),
                        mapping,
                        key,
                        problem.code(),
                        problem.code(),
                        place,
                        advice,
                        fingerprint,
                        run,
                        now,
                        now);
            }
            return now;
        });
    }

    /** An open entry of one record. */
    private record Open(long id, String code, int run) {}

    private List<Open> openOf(String mapping, String key) {
        return desk.reads()
                .list(
                        (rs, ctx) -> new Open(rs.getLong(1), rs.getString(2), rs.getInt(3)),
                        "select id, open_code, run from quarantine where source_key = ? and mapping = ?"
                                + " and open_code is not null and migration = ?",
                        key,
                        mapping,
                        desk.migration());
    }

    /** A key too long for the ledger is itself a reason to set a record aside, so here it is cut, not refused. */
    private static String shortened(String key) {
        return Desk.fitting(key, Spot.LONGEST);
    }

    private static Entry entry(ResultSet rs) throws SQLException {
        return new Entry(
                rs.getString("mapping"),
                rs.getString("source_key"),
                new Problem(rs.getString("code"), rs.getString("place"), rs.getString("advice")),
                rs.getString("fingerprint"),
                Runs.word(rs.getInt("run")),
                rs.getInt("times"),
                Objects.requireNonNull(Desk.instant(rs, "first_at")),
                Objects.requireNonNull(Desk.instant(rs, "last_at")),
                Desk.instant(rs, "resolved_at"),
                rs.getString("resolved_by"));
    }
}
