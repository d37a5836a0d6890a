package io.dragoman.app;

import io.dragoman.ledger.Ledger;
import io.dragoman.ledger.Marks;
import io.dragoman.ledger.Tokens;
import io.dragoman.model.Problem;
import io.dragoman.model.RunProblem;
import io.dragoman.run.Stop;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The day's tokens of one company: every request is paid before it leaves, and the ledger remembers across restarts.
 * What the target says about its own count wins over ours when it is less, and when it is suddenly much more its day has
 * turned. Thread-safe.
 */
final class Budget implements io.dragoman.systems.pipedrive.Budget {
    private static final String TURNED = "day-turned";
    private static final String SPENT = "day-spent";

    /** The target's count rises by more than requests under way explain: this much, and a tenth of the day. */
    private static final long SURELY_MORE = 500;

    /** A turn seen longer ago than this many days says nothing any more. */
    private static final int STALE = 3;

    private final AccountBooks books;
    private final Tokens tokens;
    private final String company;
    private final long aDay;
    private final long reserve;
    private final Clock clock;
    private final DailyWrites writes;
    private final Knock knock;
    private BudgetDays days;
    private LocalDate day;
    private long spentToday;
    private OptionalLong told = OptionalLong.empty();
    private Instant opens = Instant.MIN;

    /** For an account that only this ledger's migration sends to. */
    Budget(MigrationFile.Target target, Ledger ledger, Clock clock) {
        this(target, AccountBooks.of(target.company(), ledger), ledger.tokens(), clock);
    }

    /** @param tokens where it is booked when who pays does not say */
    Budget(MigrationFile.Target target, AccountBooks books, Tokens tokens, Clock clock) {
        MigrationFile.Day told = target.day();
        Instant now = clock.instant();
        this.books = books;
        this.tokens = tokens;
        this.company = target.company();
        this.aDay = target.tokensADay();
        this.reserve = target.reserved();
        this.clock = clock;
        this.writes = new DailyWrites(
                books, told.writes(), BudgetDays.of(LocalTime.MIDNIGHT, ZoneOffset.UTC, told.length(), now), now);
        this.knock = new Knock(told.length());
        this.days = days(BudgetDays.of(told.begins(), told.zone(), told.length(), now), now);
        this.day = days.on(now);
        this.spentToday = books.spent(day);
        books.find(SPENT)
                .filter(mark -> mark.at().isAfter(now) && mark.at().isBefore(now.plus(told.length())))
                .ifPresent(mark -> knock.shutUntil(mark.at()));
    }

    static Budget of(MigrationFile file, Ledger ledger) {
        return new Budget(file.target(), ledger, Clock.systemUTC());
    }

    private BudgetDays days(BudgetDays guessed, Instant now) {
        return books.find(TURNED)
                .filter(mark -> !mark.at().isAfter(now))
                .filter(mark -> mark.at().isAfter(now.minus(guessed.length().multipliedBy(STALE))))
                .map(mark -> new BudgetDays(mark.at(), mark.day(), guessed.length()))
                .orElse(guessed);
    }

    @Override
    public void pay(String port, int cost, boolean write) {
        pay(tokens, port, cost, write);
    }

    /** As {@link #pay(String, int, boolean)}. @param payer whose migration it is for */
    synchronized void pay(Tokens payer, String port, int cost, boolean write) {
        awaitKnock();
        Instant now = turnDay();
        Instant rest = knock.rest(now);
        if (rest != null) {
            throw askedAgain(rest);
        }
        if (aDay > 0 && spentToday + cost > aDay) {
            throw spent(days.end(now));
        }
        if (!knock.isShut() && isShort(cost)) {
            throw refused();
        }
        if (write && !writes.allowed(now)) {
            throw writesSpent(writes.end(now));
        }
        if (knock.isShut()) {
            knock.begin(now);
        }
        if (write) {
            writes.sent(now);
        }
        spentToday += cost;
        told = told.isPresent() ? OptionalLong.of(told.getAsLong() - cost) : told;
        books.spend(payer, day, port, cost);
    }

    @Override
    public synchronized void told(OptionalLong tokensLeft, OptionalLong requestsLeft) {
        Instant now = turnDay();
        tokensLeft.ifPresent(left -> {
            if (told.isPresent() && left - told.getAsLong() > SURELY_MORE + (aDay + reserve) / 10) {
                turnedAt(now);
            }
            told = told.isEmpty() || left < told.getAsLong() ? tokensLeft : told;
        });
        writes.told(requestsLeft, now);
        if (knock.underWay(now)) {
            if (isShort(0)) {
                shut(now);
            } else {
                knock.open();
            }
        }
        notifyAll();
    }

    @Override
    public synchronized RunProblem refused() {
        Instant until = shut(clock.instant());
        notifyAll();
        return askedAgain(until);
    }

    /** Another migration sends to the account from now on: what it spent today counts too. */
    synchronized void recount() {
        turnDay();
        spentToday = books.spent(day);
    }

    /** Tokens spent today. */
    synchronized long spentToday() {
        turnDay();
        return spentToday;
    }

    /** Tokens left to us today; empty without a limit. */
    synchronized OptionalLong left() {
        turnDay();
        return aDay == 0 ? OptionalLong.empty() : OptionalLong.of(Math.max(0, aDay - spentToday));
    }

    /** When what could not be paid may be tried again; null for any other problem. */
    synchronized @Nullable Instant opens(RunProblem problem) {
        return problem.ending() == RunProblem.Ending.WAITING ? opens : null;
    }

    /** Returns at that moment, or when asked to stop. */
    void await(Stop stop) {
        Instant until = opening();
        for (Instant now = clock.instant(); !stop.asked() && now.isBefore(until); now = clock.instant()) {
            try {
                Thread.sleep(
                        Math.max(1, Math.min(1_000, Duration.between(now, until).toMillis())));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private synchronized Instant opening() {
        return opens;
    }

    private boolean isShort(int cost) {
        return aDay > 0 && told.isPresent() && told.getAsLong() - cost < reserve;
    }

    private Instant shut(Instant now) {
        Instant until = knock.shut(now, days.end(now));
        books.note(SPENT, new Marks.Mark(until, day, 0));
        return until;
    }

    /** While one request asks whether the day has turned, the others wait for what it hears. */
    private void awaitKnock() {
        try {
            while (knock.underWay(clock.instant())) {
                wait(200);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RunProblem(
                    RunProblem.Ending.FAILED,
                    new Problem("stopped", company, "Stopped while waiting for the target's day."),
                    e);
        }
    }

    private Instant turnDay() {
        Instant now = clock.instant();
        LocalDate today = days.on(now);
        if (today.isAfter(day)) {
            begin(today);
            knock.due(now);
        }
        return now;
    }

    private void turnedAt(Instant now) {
        days = days.turned(now);
        begin(days.on(now));
        knock.open();
        books.note(TURNED, new Marks.Mark(now, day, 0));
    }

    private void begin(LocalDate today) {
        day = today;
        spentToday = books.spent(day);
        told = OptionalLong.empty();
    }

    private RunProblem spent(Instant until) {
        return waiting(until, "The tokens of the day are spent. The next day begins at ");
    }

    private RunProblem askedAgain(Instant until) {
        return waiting(until, "Pipedrive says the day's tokens are spent. It is asked again at ");
    }

    private RunProblem writesSpent(Instant until) {
        return waiting(until, "The writing requests of the day are spent. The next day begins at ");
    }

    private RunProblem waiting(Instant until, String why) {
        opens = until;
        return new RunProblem(
                RunProblem.Ending.WAITING,
                new Problem("budget-spent", company, why + until + ". The run goes on then by itself, or run again."));
    }
}
