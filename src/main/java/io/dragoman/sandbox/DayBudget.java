package io.dragoman.sandbox;

import java.time.Clock;
import java.time.Duration;

/** The tokens and writing requests of one day. A limit of 0 tokens means none. */
final class DayBudget {
    private static final Duration FULL_DAY = Duration.ofHours(24);

    private final SandboxSettings settings;
    private final Clock clock;
    private final long startMillis;
    private long day;
    private long spent;
    private long writes;
    private long spentEver;
    private boolean over;

    /** Whether the request is paid, and what is left afterwards. */
    record Sight(boolean paid, long tokensLeft, long requestsLeft) {}

    DayBudget(SandboxSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.startMillis = clock.millis();
    }

    synchronized Sight spend(int cost, boolean write) {
        turnPage();
        boolean tokensShort = settings.dailyTokens() > 0 && spent + cost > settings.dailyTokens();
        boolean requestsShort = write && writes >= settings.dailyRequests();
        over = over || tokensShort || requestsShort;
        if (!over) {
            spent += cost;
            spentEver += cost;
            writes += write ? 1 : 0;
        }
        return sight();
    }

    /** What is left, without spending. */
    synchronized Sight look() {
        turnPage();
        return sight();
    }

    private Sight sight() {
        long tokensLeft = over ? 0 : Math.max(0, settings.dailyTokens() - spent);
        return new Sight(!over, tokensLeft, Math.max(0, settings.dailyRequests() - writes));
    }

    private void turnPage() {
        long length = settings.dayLength().toMillis();
        boolean short24 = settings.dayLength().compareTo(FULL_DAY) < 0;
        long today = short24 ? (clock.millis() - startMillis) / length : clock.millis() / FULL_DAY.toMillis();
        if (today != day) {
            day = today;
            spent = 0;
            writes = 0;
            over = false;
        }
    }

    synchronized long spentEver() {
        return spentEver;
    }

    synchronized void reset() {
        spent = 0;
        writes = 0;
        spentEver = 0;
        over = false;
    }
}
