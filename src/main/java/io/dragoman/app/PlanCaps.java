package io.dragoman.app;

import java.util.Map;

/**
 * What an account's plan holds at most.
 *
 * @param dealsAndLeads of the whole company for each seat; 0 for no cap
 * @param customFields of all kinds together; 0 for no cap
 */
record PlanCaps(long dealsAndLeads, long customFields) {
    /** However many seats a plan of today has, a company holds no more deals and leads than this. */
    private static final long MOST = 300_000;

    private static final Map<String, PlanCaps> BY_PLAN = Map.of(
            "lite", new PlanCaps(2_500, 30),
            "growth", new PlanCaps(5_000, 100),
            "premium", new PlanCaps(15_000, 300),
            "ultimate", new PlanCaps(20_000, 500),
            "essential", new PlanCaps(2_000, 30),
            "advanced", new PlanCaps(4_000, 100),
            "professional", new PlanCaps(10_000, 300),
            "power", new PlanCaps(15_000, 500));

    static PlanCaps of(AccountPlan plan) {
        return BY_PLAN.getOrDefault(plan.word(), new PlanCaps(0, 0));
    }

    /** Deals and leads of a company with so many seats; 0 for no cap. */
    long dealsAndLeads(int seats) {
        return Math.min(MOST, dealsAndLeads * seats);
    }
}
