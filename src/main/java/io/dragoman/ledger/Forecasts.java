package io.dragoman.ledger;

import io.dragoman.model.Price;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The forecasts of the plans of a migration. Safe for use by several threads. */
public final class Forecasts {
    private final Desk desk;
    private final Runs runs;

    Forecasts(Desk desk, Runs runs) {
        this.desk = desk;
        this.runs = runs;
    }

    /**
     * Keeps a plan's forecast; on disk when it returns.
     *
     * @param run the plan
     * @param basis hash of everything the forecast rests on; it speaks of no run under another one
     */
    public void save(String run, String basis, List<Cost> costs) {
        runs.id(run);
        List<Cost> kept = List.copyOf(costs);
        desk.writer().write(pen -> {
            long forecast = pen.id();
            pen.now(
                    "insert into forecast (id, migration, run, basis) values (?, ?, ?, ?)",
                    forecast,
                    desk.migration(),
                    Runs.number(run),
                    basis);
            for (Cost cost : kept) {
                pen.now(
                        "insert into forecast_line (id, forecast, mapping, verb, requests, tokens) values (?, ?, ?, ?, ?, ?)",
                        pen.id(),
                        forecast,
                        cost.mapping(),
                        cost.verb(),
                        cost.price().requests(),
                        cost.price().tokens());
            }
            return forecast;
        });
    }

    /** The last forecast on this basis that was made before a run; empty when there is none. */
    public Optional<Forecast> before(String run, String basis) {
        return desk.reads()
                .first(
                        (rs, ctx) -> Map.entry(rs.getLong(1), rs.getInt(2)),
                        "select id, run from forecast where migration = ? and basis = ? and run < ? order by run desc",
                        desk.migration(),
                        basis,
                        Runs.number(run))
                .map(found -> new Forecast(Runs.word(found.getValue()), lines(found.getKey())));
    }

    private List<Cost> lines(long forecast) {
        return desk.reads()
                .list(
                        (rs, ctx) ->
                                new Cost(rs.getString(1), rs.getString(2), new Price(rs.getLong(3), rs.getLong(4))),
                        "select mapping, verb, requests, tokens from forecast_line where forecast = ? order by id",
                        forecast);
    }
}
