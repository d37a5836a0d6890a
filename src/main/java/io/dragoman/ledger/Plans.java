package io.dragoman.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The saved plans of a migration; none is ever changed. Safe for use by several threads. */
public final class Plans {
    private static final String COLUMNS = "select id, run, hash, file_hash, writes from plan where migration = ?";
    private static final int NAME = 2000;

    private final Desk desk;
    private final Runs runs;

    Plans(Desk desk, Runs runs) {
        this.desk = desk;
        this.runs = runs;
    }

    /** Keeps a plan as of now; on disk when it returns. @param plan carried out by nobody yet */
    public void save(Plan plan) {
        runs.id(plan.run());
        desk.writer().write(pen -> {
            long seq = pen.first(
                            (rs, ctx) -> rs.getLong(1),
                            "select chain_seq from migration where id = ?",
                            desk.migration())
                    .orElseThrow();
            long id = pen.id();
            pen.now(
                    "insert into plan (id, migration, run, hash, file_hash, writes, after_seq) values (?, ?, ?, ?, ?, ?, ?)",
                    id,
                    desk.migration(),
                    Runs.number(plan.run()),
                    plan.hash(),
                    plan.fileHash(),
                    plan.writes(),
                    seq);
            for (Plan.Part part : plan.parts()) {
                pen.now(
                        "insert into plan_part (id, plan, sort, name, digest) values (?, ?, ?, ?, ?)",
                        pen.id(),
                        id,
                        part.sort(),
                        Desk.fitting(part.name(), NAME),
                        part.digest());
            }
            return id;
        });
    }

    public Optional<Plan> find(String run) {
        return rows(COLUMNS + " and run = ?", Runs.number(run)).stream().findFirst();
    }

    /** All plans, the last one first. */
    public List<Plan> all() {
        return rows(COLUMNS + " and run > ? order by run desc", 0);
    }

    /** Remembers that a run carries out a plan, before its first write. */
    public void carriedOut(String plan, String run) {
        long id = id(plan);
        int number = Runs.number(run);
        desk.writer()
                .write(pen -> pen.now("insert into plan_run (id, plan, run) values (?, ?, ?)", pen.id(), id, number));
    }

    /**
     * Runs that changed records of the target since a plan was made, other than those that carried it out.
     *
     * @param except mapping whose writes do not count: what a plan says is made before its run
     */
    public List<String> writtenSince(String plan, String except) {
        List<String> own = runs(id(plan));
        return desk
                .reads()
                .list(
                        (rs, ctx) -> Runs.word(rs.getInt(1)),
                        "select distinct w.run from write w join lineage l on l.id = w.lineage where w.migration = ?"
                                + " and w.seq > (select p.after_seq from plan p where p.id = ?)"
                                + " and w.state = 'settled' and l.mapping <> ? order by w.run",
                        desk.migration(),
                        id(plan),
                        except)
                .stream()
                .filter(run -> !own.contains(run))
                .toList();
    }

    private long id(String plan) {
        return desk.reads()
                .first(
                        (rs, ctx) -> rs.getLong(1),
                        "select id from plan where migration = ? and run = ?",
                        desk.migration(),
                        Runs.number(plan))
                .orElseThrow(() -> new IllegalArgumentException("there is no plan " + plan));
    }

    private List<Plan> rows(String sql, int run) {
        return desk.reads().list((rs, ctx) -> row(rs), sql, desk.migration(), run).stream()
                .map(this::whole)
                .toList();
    }

    private record Row(long id, Plan plan) {}

    private static Row row(ResultSet rs) throws SQLException {
        return new Row(
                rs.getLong("id"),
                new Plan(
                        Runs.word(rs.getInt("run")),
                        rs.getString("hash"),
                        rs.getString("file_hash"),
                        rs.getLong("writes"),
                        List.of(),
                        List.of()));
    }

    private Plan whole(Row row) {
        List<Plan.Part> parts = desk.reads()
                .list(
                        (rs, ctx) -> new Plan.Part(rs.getString(1), rs.getString(2), rs.getString(3)),
                        "select sort, name, digest from plan_part where plan = ? order by id",
                        row.id());
        Plan plan = row.plan();
        return new Plan(plan.run(), plan.hash(), plan.fileHash(), plan.writes(), parts, runs(row.id()));
    }

    private List<String> runs(long plan) {
        return desk.reads()
                .list(
                        (rs, ctx) -> Runs.word(rs.getInt(1)),
                        "select run from plan_run where plan = ? order by run",
                        plan);
    }
}
