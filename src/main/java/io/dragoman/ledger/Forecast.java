package io.dragoman.ledger;

import java.util.List;

/**
 * What a plan said that its run would cost.
 *
 * @param run the plan
 * @param costs by mapping and verb
 */
public record Forecast(String run, List<Cost> costs) {
    public Forecast {
        costs = List.copyOf(costs);
    }
}
