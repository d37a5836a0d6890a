package io.dragoman.app;

import io.dragoman.ledger.Ledger;
import io.dragoman.model.RunProblem;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;

/** Stands before the budget and books each request to the run and the mapping it is for. Thread-safe; phases follow each other. */
final class Meter implements io.dragoman.systems.pipedrive.Budget {
    private final Budget budget;
    private final Ledger ledger;
    private final AtomicLong paid = new AtomicLong();
    private volatile Page page = new Page("", "");

    private record Page(String run, String mapping) {}

    Meter(Budget budget, Ledger ledger) {
        this.budget = budget;
        this.ledger = ledger;
    }

    /** From now on, requests are booked here. @param mapping empty for what all mappings share */
    void book(String run, String mapping) {
        page = new Page(run, mapping);
    }

    /** Tokens paid since the migration was opened. */
    long paid() {
        return paid.get();
    }

    @Override
    public void pay(String port, int tokens, boolean write) {
        budget.pay(ledger.tokens(), port, tokens, write);
        paid.addAndGet(tokens);
        Page now = page;
        if (!now.run().isEmpty()) {
            ledger.spending().spend(now.run(), now.mapping(), port, tokens);
        }
    }

    @Override
    public void told(OptionalLong tokensLeft, OptionalLong requestsLeft) {
        budget.told(tokensLeft, requestsLeft);
    }

    @Override
    public RunProblem refused() {
        return budget.refused();
    }
}
