package io.dragoman.sandbox;

import java.time.Clock;

/** All limits of the account together: burst, search, ban and the day's budget. */
final class Limits {
    private final SandboxSettings settings;
    private final BurstWindow all;
    private final BurstWindow searches;
    private final Ban ban;
    private final DayBudget budget;

    /** What one request met on arrival in the two windows. */
    record Arrival(BurstWindow.Sight all, BurstWindow.Sight search) {
        boolean refused() {
            return all.refused() || search.refused();
        }

        /** The window that binds first, which is the one the headers tell of. */
        BurstWindow.Sight tighter() {
            boolean searchBinds = search.limit() > 0 && (all.limit() == 0 || search.remaining() < all.remaining());
            return search.refused() || (searchBinds && !all.refused()) ? search : all;
        }
    }

    Limits(SandboxSettings settings, Clock clock) {
        this.settings = settings;
        this.all = new BurstWindow(settings.burstPer2s(), System::nanoTime);
        this.searches = new BurstWindow(settings.searchPer2s(), System::nanoTime);
        this.ban = new Ban(settings.banIgnored429s() && settings.burstPer2s() > 0, System::nanoTime);
        this.budget = new DayBudget(settings, clock);
    }

    Arrival arrive(boolean search) {
        BurstWindow.Sight none = new BurstWindow.Sight(0, false, 0, 1);
        return new Arrival(all.arrive(), search ? searches.arrive() : none);
    }

    /** Refuses whoever is banned, over a burst limit, or knocking on a day that is used up. */
    void check(Arrival arrival) {
        if (ban.active()) {
            throw new Refusal(banned());
        }
        if (arrival.refused()) {
            ban.refused429();
            throw new Refusal(tooMany()
                    .with("Retry-After", Long.toString(arrival.tighter().resetSeconds())));
        }
        if (!budget.look().paid()) {
            throw new Refusal(dayIsOver());
        }
    }

    void pay(int cost, boolean write) {
        if (!budget.spend(cost, write).paid()) {
            throw new Refusal(dayIsOver());
        }
    }

    private Answer dayIsOver() {
        Answer answer = tooMany().with("Retry-After", "1");
        boolean told = settings.dailyTokenHeaders() || settings.burstPer2s() == 0;
        return told ? answer.with("x-daily-ratelimit-token-remaining", "0") : answer;
    }

    static Answer tooMany() {
        return Answer.error(429, "Request over limit", "ERR_RATE_LIMIT");
    }

    /** A burst refusal out of nowhere, with nothing left in its window. */
    static Answer injected() {
        Answer answer = tooMany().with("x-ratelimit-remaining", "0").with("x-ratelimit-reset", "1");
        return answer.with("Retry-After", "1");
    }

    static Answer banned() {
        return Answer.html(403, "Sorry, you have been blocked");
    }

    /** The answer with the headers that tell what is left. What the answer says itself is not overwritten. */
    Answer headed(Answer answer, Arrival arrival, boolean write) {
        Answer headed = answer;
        BurstWindow.Sight met = arrival.tighter();
        if (met.limit() > 0) {
            headed = add(headed, "x-ratelimit-limit", met.limit());
            headed = add(headed, "x-ratelimit-remaining", met.remaining());
            headed = add(headed, "x-ratelimit-reset", met.resetSeconds());
        }
        DayBudget.Sight day = budget.look();
        if (write) {
            headed = add(headed, "x-daily-requests-left", day.requestsLeft());
        }
        if (settings.dailyTokenHeaders() && settings.dailyTokens() > 0) {
            headed = add(headed, "x-daily-ratelimit-token-limit", settings.dailyTokens());
            headed = add(headed, "x-daily-ratelimit-token-remaining", day.tokensLeft());
        }
        return headed;
    }

    private static Answer add(Answer answer, String header, long value) {
        return answer.headers().containsKey(header) ? answer : answer.with(header, Long.toString(value));
    }

    long tokensSpent() {
        return budget.spentEver();
    }

    int mostInTwoSeconds() {
        return all.most();
    }

    void reset() {
        all.reset();
        searches.reset();
        ban.reset();
        budget.reset();
    }
}
