package io.dragoman.ledger;

import io.dragoman.model.Fate;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The runs of a migration. Safe for use by several threads. */
public final class Runs {
    private static final String COLUMNS =
            "select number, mode, state, hash, started_at, ended_at, waiting_until, advice,"
                    + " counts, tokens from run where migration = ?";
    private static final int ADVICE = 10000;

    private final Desk desk;
    private final Map<Integer, Long> ids = new ConcurrentHashMap<>();

    Runs(Desk desk) {
        this.desk = desk;
        desk.reads()
                .list(
                        (rs, ctx) -> Map.entry(rs.getInt(1), rs.getLong(2)),
                        "select number, id from run where migration = ?",
                        desk.migration())
                .forEach(run -> ids.put(run.getKey(), run.getValue()));
    }

    /**
     * Starts a run; it is {@code running} at once.
     *
     * @param hash of what it runs: plan, mapping and policy
     */
    public Run start(RunMode mode, String hash) {
        Instant now = desk.now();
        Map.Entry<Integer, Long> made = desk.writer().write(pen -> {
            int number = pen.first(
                            (rs, ctx) -> rs.getInt(1),
                            "select coalesce(max(number), 0) + 1 from run where migration = ?",
                            desk.migration())
                    .orElseThrow();
            long id = pen.id();
            pen.now(
                    "insert into run (id, migration, number, mode, state, hash, started_at, advice, counts, tokens)"
                            + " values (?, ?, ?, ?, ?, ?, ?, '', '{}', 0)",
                    id,
                    desk.migration(),
                    number,
                    mode.word(),
                    RunState.RUNNING.word(),
                    hash,
                    now);
            EventRows.add(pen, desk, turn(number, mode, hash, RunState.RUNNING, now));
            return Map.entry(number, id);
        });
        ids.put(made.getKey(), made.getValue());
        return new Run(word(made.getKey()), mode, RunState.RUNNING, hash, now, null, "", Map.of(), 0, null);
    }

    /** Moves a run to a state. @param advice what a person should know or do; may be empty */
    public void state(String run, RunState state, String advice) {
        state(run, state, advice, null);
    }

    /** Moves a run to a state in which it waits until then. */
    public void state(String run, RunState state, String advice, @Nullable Instant waitingUntil) {
        long id = id(run);
        Instant now = desk.now();
        Run known = find(run).orElseThrow();
        desk.writer().write(pen -> {
            EventRows.add(pen, desk, turn(number(run), known.mode(), known.hash(), state, now));
            return pen.now(
                    "update run set state = ?, advice = ?, waiting_until = ?, ended_at = ? where id = ?",
                    state.word(),
                    Desk.fitting(advice, ADVICE),
                    waitingUntil,
                    state.goesOn() ? null : now,
                    id);
        });
    }

    /** Sets the counts of one phase, in place of those given before. */
    public void counts(String run, String phase, Map<Fate, Long> counts) {
        long id = id(run);
        desk.writer().write(pen -> {
            String known = pen.first((rs, ctx) -> rs.getString(1), "select counts from run where id = ?", id)
                    .orElseThrow();
            return pen.now("update run set counts = ? where id = ?", CountsJson.with(known, phase, counts), id);
        });
    }

    /** All runs, the first one first. */
    public List<Run> all() {
        return desk.reads().list((rs, ctx) -> run(rs), COLUMNS + " order by number", desk.migration());
    }

    public Optional<Run> find(String id) {
        return desk.reads().first((rs, ctx) -> run(rs), COLUMNS + " and number = ?", desk.migration(), number(id));
    }

    /** The last run that was started. */
    public Optional<Run> last() {
        return desk.reads().first((rs, ctx) -> run(rs), COLUMNS + " order by number desc limit 1", desk.migration());
    }

    /** The last run that was started in this mode. */
    public Optional<Run> latest(RunMode mode) {
        return desk.reads()
                .first(
                        (rs, ctx) -> run(rs),
                        COLUMNS + " and mode = ? order by number desc",
                        desk.migration(),
                        mode.word());
    }

    /** What a crash left running runs no more. */
    void stopLeftRunning() {
        all().stream()
                .filter(run -> run.state() == RunState.RUNNING)
                .forEach(
                        run -> state(
                                run.id(),
                                RunState.STOPPED,
                                "The process ended in the middle of it. Start the verb again; it goes on where this one stopped."));
    }

    /** A run that begins, waits, goes on or ends. */
    private static Event turn(int run, RunMode mode, String hash, RunState state, Instant now) {
        return new Event("run", now)
                .in(run)
                .with(LogColumn.VERB, mode.word())
                .with(LogColumn.DIGEST, hash)
                .with(LogColumn.OUTCOME, state.word());
    }

    /** Tells that a run goes on in spite of a finding that stops others. @param by the person who signed that it may */
    public void waived(String run, String code, String by) {
        int number = number(run);
        Instant now = desk.now();
        desk.writer().write(pen -> {
            EventRows.add(
                    pen,
                    desk,
                    new Event("waiver", now)
                            .in(number)
                            .with(LogColumn.CODE, code)
                            .with(LogColumn.BY, by));
            return now;
        });
    }

    /** Row id of a run. @throws IllegalArgumentException when this migration has no such run */
    long id(String run) {
        Long id = ids.get(number(run));
        if (id == null) {
            throw new IllegalArgumentException("there is no run " + run);
        }
        return id;
    }

    static int number(String run) {
        if (!run.matches("r[0-9]{1,9}")) {
            throw new IllegalArgumentException("a run is named like r1");
        }
        return Integer.parseInt(run.substring(1));
    }

    static String word(int number) {
        return "r" + number;
    }

    private static Run run(ResultSet rs) throws SQLException {
        Instant started = Desk.instant(rs, "started_at");
        return new Run(
                word(rs.getInt("number")),
                RunMode.of(rs.getString("mode")),
                RunState.of(rs.getString("state")),
                rs.getString("hash"),
                Objects.requireNonNull(started),
                Desk.instant(rs, "ended_at"),
                rs.getString("advice"),
                CountsJson.read(rs.getString("counts")),
                rs.getLong("tokens"),
                Desk.instant(rs, "waiting_until"));
    }
}
