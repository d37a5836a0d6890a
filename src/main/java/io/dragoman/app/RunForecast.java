package io.dragoman.app;

import io.dragoman.ledger.Cost;
import io.dragoman.model.Price;
import java.util.List;

/**
 * What a plan says that its run will cost.
 *
 * @param run by mapping and verb, reading included
 * @param prepare what comes before it
 * @param rollback taking all of it back, and all that was made before
 * @param bytes size of the files that would be sent
 */
record RunForecast(List<Cost> run, List<Cost> prepare, Price rollback, long bytes) {
    /** Verb of the lines that only ask. */
    static final String READ = "read";

    /** The run alone. */
    Price inAll() {
        return Cost.sum(run);
    }

    /** Prepare and run. */
    Price withPrepare() {
        return inAll().plus(Cost.sum(prepare));
    }
}
