package io.dragoman.run;

import io.dragoman.model.Price;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * When work is done that is counted in tokens a day and held to a rate. Days begin at midnight UTC, as the budget counts them.
 *
 * @param tokensADay that may be spent; 0 for no limit
 * @param leftToday of them; not asked without a limit
 * @param requestsASecond that may leave; 0 for no limit
 */
public record Timetable(long tokensADay, long leftToday, double requestsASecond) {
    private static final double SECONDS_A_DAY = 86_400;

    /** The moment the last request of the work leaves, when nothing else is sent and nobody pauses. */
    public Instant done(Price work, Instant from) {
        if (work.tokens() == 0 || work.requests() == 0) {
            return from;
        }
        double tokensASecond =
                requestsASecond == 0 ? Double.POSITIVE_INFINITY : requestsASecond * work.tokens() / work.requests();
        Instant midnight = from.atZone(ZoneOffset.UTC)
                .truncatedTo(ChronoUnit.DAYS)
                .plusDays(1)
                .toInstant();
        double today = Math.min(
                tokensADay == 0 ? Double.POSITIVE_INFINITY : leftToday,
                tokensASecond * Duration.between(from, midnight).toSeconds());
        if (work.tokens() <= today) {
            return later(from, work.tokens() / tokensASecond);
        }
        double left = work.tokens() - today;
        double aDay = Math.min(tokensADay == 0 ? Double.POSITIVE_INFINITY : tokensADay, tokensASecond * SECONDS_A_DAY);
        long wholeDays = (long) Math.ceil(left / aDay) - 1;
        return later(midnight.plus(Duration.ofDays(wholeDays)), (left - wholeDays * aDay) / tokensASecond);
    }

    /** How long the work takes at the rate alone, whatever the day's tokens. */
    public Duration atTheRate(Price work) {
        return requestsASecond == 0 ? Duration.ZERO : seconds(work.requests() / requestsASecond);
    }

    private static Instant later(Instant from, double seconds) {
        return from.plus(seconds(seconds));
    }

    private static Duration seconds(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1000));
    }
}
