package io.dragoman.ledger;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A verb that a service was asked for, as it stood when it was read.
 *
 * @param id short and readable within a migration, such as {@code o3}
 * @param verb words of the verb, such as {@code quarantine replay}
 * @param arguments options and parameters as the command line takes them
 * @param askedBy a person, or {@code schedule}
 * @param edition under which it was begun; empty while it waits for its beginning
 * @param lives how often it was begun, restarts of the service among them
 * @param started null while it waits
 * @param ended null until it is over
 * @param run id of the last run it made in this ledger; empty while there is none
 * @param exitCode as the command line's; null until it is over
 * @param told the outcome in one sentence, or the problems, one a line; never a value of a record
 * @param report page of its report among those of the migration; empty when there is none
 */
public record Order(
        String id,
        String verb,
        List<String> arguments,
        String askedBy,
        OrderState state,
        String edition,
        int lives,
        Instant asked,
        @Nullable Instant started,
        @Nullable Instant ended,
        String run,
        @Nullable Integer exitCode,
        String told,
        String report) {
    public Order {
        arguments = List.copyOf(arguments);
    }

    /** How an order ended. @param state one that is over, or paused */
    public record End(OrderState state, int exitCode, String run, String told, String report) {}
}
