package io.dragoman.app;

import io.dragoman.ledger.Ledger;
import io.dragoman.ledger.Tokens;
import io.dragoman.model.Problem;
import io.dragoman.model.RunProblem;
import io.dragoman.run.Stop;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.OptionalLong;

/**
 * The day's tokens of one company: every request is paid before it leaves, and the ledger remembers across restarts.
 * What the target says about its own count wins over ours when it is less. Thread-safe.
 */
final class Budget implements io.dragoman.systems.pipedrive.Budget {
    private final Tokens tokens;
    private final String company;
    private final long aDay;
    private final long reserve;
    private final Clock clock;
    private LocalDate day;
    private long spentToday;
    private long spentInAll;
    private OptionalLong told = OptionalLong.empty();

    /**
     * @param aDay tokens we may spend in one day; 0 for no limit
     * @param reserve tokens of the account's day that stay for others
     */
    Budget(Tokens tokens, String company, long aDay, long reserve, Clock clock) {
        this.tokens = tokens;
        this.company = company;
        this.aDay = aDay;
        this.reserve = reserve;
        this.clock = clock;
        this.day = today();
        this.spentToday = tokens.spent(company, day);
    }

    static Budget of(MigrationFile file, Ledger ledger) {
        MigrationFile.Target target = file.target();
        return new Budget(ledger.tokens(), target.company(), target.tokensADay(), target.reserved(), Clock.systemUTC());
    }

    @Override
    public synchronized void pay(String verb, int cost) {
        turnDay();
        boolean overOurs = aDay > 0 && spentToday + cost > aDay;
        boolean overTheirs = aDay > 0 && told.isPresent() && told.getAsLong() - cost < reserve;
        if (overOurs || overTheirs) {
            throw spent();
        }
        spentToday += cost;
        spentInAll += cost;
        told = told.isPresent() ? OptionalLong.of(told.getAsLong() - cost) : told;
        tokens.spend(company, day, verb, cost);
    }

    @Override
    public synchronized void told(OptionalLong tokensLeft, OptionalLong requestsLeft) {
        if (tokensLeft.isPresent() && (told.isEmpty() || tokensLeft.getAsLong() < told.getAsLong())) {
            told = tokensLeft;
        }
    }

    /** Tokens this process has paid. */
    synchronized long spentInAll() {
        return spentInAll;
    }

    /** Tokens left to us today; empty without a limit. */
    synchronized OptionalLong left() {
        turnDay();
        return aDay == 0 ? OptionalLong.empty() : OptionalLong.of(Math.max(0, aDay - spentToday));
    }

    /** Returns when the next day's tokens can be spent, or when asked to stop. */
    void awaitNextDay(Stop stop) {
        LocalDate spentDay = today();
        while (!stop.asked() && !today().isAfter(spentDay)) {
            try {
                Thread.sleep(1_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void turnDay() {
        LocalDate now = today();
        if (now.isAfter(day)) {
            day = now;
            spentToday = tokens.spent(company, day);
            told = OptionalLong.empty();
        }
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(ZoneOffset.UTC));
    }

    private RunProblem spent() {
        return new RunProblem(
                RunProblem.Ending.WAITING,
                new Problem(
                        "budget-spent",
                        company,
                        "the tokens of " + day + " are spent; the next day begins at "
                                + day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant()
                                + ". The run goes on then by itself, or run again."));
    }
}
