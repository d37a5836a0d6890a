package io.dragoman.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The samples of a migration, and which records each consists of. Safe for use by several threads. */
public final class Samples {
    private static final String COLUMNS =
            "select number, basis, ending, step, coverage, enough, compared, as_expected, as_before, passed, verdict, started_at, ended_at"
                    + " from sample where migration = ?";
    private static final int VERDICT = 2000;

    private final Desk desk;

    Samples(Desk desk) {
        this.desk = desk;
    }

    /**
     * What is chosen for a sample.
     *
     * @param keys of its records, by mapping
     * @param coverage how much of what occurs in the source they show, in any words
     * @param enough whether that is every line and code
     */
    public record Chosen(Map<String, Set<String>> keys, String coverage, boolean enough) {}

    /**
     * Begins a sample; it and its records are on disk when this returns.
     *
     * @param run the first one that will write its records
     * @param basis hash of mapping and policy
     */
    public Sample begin(String run, String basis, Sample.Ending ending, Chosen chosen) {
        Instant now = desk.now();
        int number = desk.writer().write(pen -> {
            int next = pen.first(
                            (rs, ctx) -> rs.getInt(1),
                            "select coalesce(max(number), 0) + 1 from sample where migration = ?",
                            desk.migration())
                    .orElseThrow();
            long id = pen.id();
            pen.now(
                    "insert into sample (id, migration, number, basis, ending, step, coverage, enough, first_run, compared,"
                            + " as_expected, verdict, started_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, '', ?)",
                    id,
                    desk.migration(),
                    next,
                    basis,
                    ending.word(),
                    Sample.Step.CHOSEN.word(),
                    chosen.coverage(),
                    chosen.enough(),
                    Runs.number(run),
                    now);
            enter(pen, id, chosen.keys());
            return next;
        });
        return find(number).orElseThrow();
    }

    private static void enter(Pen pen, long sample, Map<String, Set<String>> keys) throws SQLException {
        for (Map.Entry<String, Set<String>> mapping : keys.entrySet()) {
            for (String key : mapping.getValue()) {
                pen.now(
                        "insert into sampled (id, sample, mapping, source_key) values (?, ?, ?, ?)",
                        pen.id(),
                        sample,
                        mapping.getKey(),
                        key);
            }
        }
    }

    /** Keys of a sample's records, by mapping. */
    public Map<String, Set<String>> keys(Sample sample) {
        Map<String, Set<String>> keys = new TreeMap<>();
        desk.reads()
                .list(
                        (rs, ctx) -> Map.entry(rs.getString(1), rs.getString(2)),
                        "select mapping, source_key from sampled where sample ="
                                + " (select id from sample where migration = ? and number = ?)",
                        desk.migration(),
                        number(sample))
                .forEach(one -> keys.computeIfAbsent(one.getKey(), any -> new HashSet<>())
                        .add(one.getValue()));
        return keys;
    }

    /** Remembers what was done last. */
    public void step(Sample sample, Sample.Step step) {
        change(sample, "step = ?", step.word());
    }

    /** Remembers whether the account was as before once the records were taken back. */
    public void compared(Sample sample, boolean asBefore) {
        change(sample, "as_before = ?", asBefore);
    }

    /** Remembers how a sample came out. */
    public void judge(Sample sample, long compared, long asExpected, boolean passed, String verdict) {
        change(
                sample,
                "compared = ?, as_expected = ?, passed = ?, verdict = ?",
                compared,
                asExpected,
                passed,
                Desk.fitting(verdict, VERDICT));
    }

    /** Decides otherwise what becomes of its records. */
    public void ending(Sample sample, Sample.Ending ending) {
        change(sample, "ending = ?", ending.word());
    }

    /** Ends a sample: what was asked for is done. */
    public void end(Sample sample) {
        change(sample, "ended_at = ?", desk.now());
    }

    private void change(Sample sample, String what, Object... values) {
        Object[] all = Arrays.copyOf(values, values.length + 2);
        all[values.length] = desk.migration();
        all[values.length + 1] = number(sample);
        desk.writer().write(pen -> pen.now("update sample set " + what + " where migration = ? and number = ?", all));
    }

    /** The sample begun last, when it is not finished. */
    public Optional<Sample> open() {
        return latest().filter(sample -> sample.ended() == null);
    }

    /** The sample begun last that was finished on this basis. */
    public Optional<Sample> finished(String basis) {
        return desk.reads()
                .first(
                        (rs, ctx) -> sample(rs),
                        COLUMNS + " and basis = ? and ended_at is not null order by number desc",
                        desk.migration(),
                        basis);
    }

    /** The sample begun last, whatever its basis. */
    public Optional<Sample> latest() {
        return desk.reads().first((rs, ctx) -> sample(rs), COLUMNS + " order by number desc", desk.migration());
    }

    /** The runs that wrote the records of a sample, the first one first. */
    public List<String> runs(Sample sample) {
        return desk.reads()
                .list(
                        (rs, ctx) -> Runs.word(rs.getInt(1)),
                        "select number from run where migration = ? and mode = ? and number >="
                                + " (select first_run from sample where migration = ? and number = ?) order by number",
                        desk.migration(),
                        RunMode.SAMPLE.word(),
                        desk.migration(),
                        number(sample));
    }

    private Optional<Sample> find(int number) {
        return desk.reads().first((rs, ctx) -> sample(rs), COLUMNS + " and number = ?", desk.migration(), number);
    }

    /** The same sample as it stands now. */
    public Sample again(Sample sample) {
        return find(number(sample)).orElseThrow();
    }

    private static int number(Sample sample) {
        return Integer.parseInt(sample.id().substring(1));
    }

    private static Sample sample(ResultSet rs) throws SQLException {
        return new Sample(
                "s" + rs.getInt("number"),
                rs.getString("basis"),
                Sample.Ending.of(rs.getString("ending")),
                Sample.Step.of(rs.getString("step")),
                rs.getString("coverage"),
                rs.getBoolean("enough"),
                rs.getLong("compared"),
                rs.getLong("as_expected"),
                rs.getObject("as_before", Boolean.class),
                rs.getObject("passed", Boolean.class),
                rs.getString("verdict"),
                Objects.requireNonNull(Desk.instant(rs, "started_at")),
                Desk.instant(rs, "ended_at"));
    }
}
