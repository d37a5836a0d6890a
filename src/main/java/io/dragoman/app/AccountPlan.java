package io.dragoman.app;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What an account's plan lets through: requests in two seconds for one token, and tokens a day for each seat. */
enum AccountPlan {
    LITE(20, 1),
    GROWTH(40, 2),
    PREMIUM(100, 5),
    ULTIMATE(120, 7),
    // plans that are no longer sold, and which old accounts still have
    ESSENTIAL(20, 1),
    ADVANCED(40, 2),
    PROFESSIONAL(80, 3),
    POWER(100, 5),
    ENTERPRISE(120, 7),
    /** No limit at all; only for targets on this machine. */
    UNLIMITED(0, 0);

    private static final int TOKENS_PER_SEAT = 30_000;
    private final int burst;
    private final int multiplier;

    AccountPlan(int burst, int multiplier) {
        this.burst = burst;
        this.multiplier = multiplier;
    }

    static AccountPlan of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** The plans an account can move to. */
    static Set<AccountPlan> sold() {
        return EnumSet.range(LITE, ULTIMATE);
    }

    /** Requests in any two seconds; 0 when unlimited. */
    int burst() {
        return burst;
    }

    /** Tokens the company may spend in one day; 0 when unlimited. */
    long tokensADay(int seats) {
        return (long) TOKENS_PER_SEAT * multiplier * seats;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
