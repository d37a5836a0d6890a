package io.dragoman.model;

import java.util.List;
import java.util.Map;

/**
 * What one row of a source tells of one human.
 *
 * @param key of the row
 * @param row number of the row in its object
 * @param facts as the source writes them; several where several columns tell one, such as telephone numbers. What is not told
 *     is absent
 */
public record Human(String key, long row, Map<HumanFact, List<String>> facts) {
    public List<String> of(HumanFact fact) {
        return facts.getOrDefault(fact, List.of());
    }

    /** The one that the source names first; empty when it tells none. */
    public String first(HumanFact fact) {
        return of(fact).isEmpty() ? "" : of(fact).get(0);
    }

    /** Names the row and shows nothing of the human. */
    @Override
    public String toString() {
        return "human " + key;
    }
}
