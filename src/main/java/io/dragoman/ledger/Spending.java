package io.dragoman.ledger;

import io.dragoman.model.Price;
import java.util.List;

/**
 * What each run spent, by mapping and port. Safe for use by several threads. Spending does not wait for the disk: it joins
 * the next commit, and a crash may lose the last moments of it.
 */
public final class Spending {
    private final Desk desk;
    private final Runs runs;

    Spending(Desk desk, Runs runs) {
        this.desk = desk;
        this.runs = runs;
    }

    /** Counts one request. @param mapping whose records it was for; empty for what all mappings share */
    public void spend(String run, String mapping, String port, int tokens) {
        long id = runs.id(run);
        desk.writer().submit(pen -> {
            pen.tally().cost(new Tally.Entry(id, mapping, port), new Price(1, tokens));
            return tokens;
        });
    }

    /** Everything a run spent until now, in the order of the first request of each line. */
    public List<Cost> of(String run) {
        long id = runs.id(run);
        desk.writer().write(pen -> id); // what was spent before is on disk when this is
        return desk.reads()
                .list(
                        (rs, ctx) ->
                                new Cost(rs.getString(1), rs.getString(2), new Price(rs.getLong(3), rs.getLong(4))),
                        "select mapping, verb, requests, tokens from run_cost where run = ? order by id",
                        id);
    }
}
