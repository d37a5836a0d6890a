package io.dragoman.systems.pipedrive;

import io.dragoman.model.RunProblem;
import java.util.OptionalLong;

/** The day's tokens of the company, as the caller keeps them. Called by several threads at once. */
public interface Budget {
    /**
     * Sets tokens aside for a request that is about to leave. Called once for every attempt, also of a repeated one.
     *
     * @param port which route sends it: {@code write find catalogue prepare owners read-back undo}
     * @param write whether it changes the account, of which there may be a number a day as well
     * @throws io.dragoman.model.RunProblem with the ending {@code WAITING} when the day cannot pay it; then nothing is sent
     */
    void pay(String port, int tokens, boolean write);

    /**
     * What an answer said about the rest of the day. Called after every answer but 429, with empty values when it said nothing.
     *
     * @param tokensLeft of the whole company
     * @param requestsLeft writing requests of the token's user
     */
    void told(OptionalLong tokensLeft, OptionalLong requestsLeft);

    /**
     * The target refused a request because its day is spent, whatever we counted.
     *
     * @return what to throw, with the ending {@code WAITING}
     */
    RunProblem refused();

    /** Pays for everything; for tests and for accounts whose day nobody counts. */
    static Budget unlimited() {
        return new Budget() {
            @Override
            public void pay(String port, int tokens, boolean write) {
                // Nothing is counted.
            }

            @Override
            public void told(OptionalLong tokensLeft, OptionalLong requestsLeft) {
                // Nothing is counted.
            }

            @Override
            public RunProblem refused() {
                return Stops.budgetSpent();
            }
        };
    }
}
