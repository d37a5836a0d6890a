package io.dragoman.ledger;

import io.dragoman.model.Price;

/**
 * One line of what a run costs, expected or spent.
 *
 * @param mapping whose records it is for; empty for what all mappings share
 * @param verb kind of request in lower case, such as {@code create} when expected, and the port it went through when spent
 */
public record Cost(String mapping, String verb, Price price) {
    /** What all lines together cost. */
    public static Price sum(Iterable<Cost> costs) {
        Price sum = Price.NOTHING;
        for (Cost cost : costs) {
            sum = sum.plus(cost.price());
        }
        return sum;
    }
}
