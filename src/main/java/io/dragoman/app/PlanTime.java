package io.dragoman.app;

import io.dragoman.model.Price;
import io.dragoman.run.Timetable;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * How long work takes on one plan, with the seats and the reserve of this account and what it has spent today.
 *
 * @param now when it begins
 * @param zone in which a moment is told
 */
record PlanTime(AccountPlan plan, Timetable timetable, Instant now, ZoneId zone) {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("EEEE d MMMM HH:mm", Locale.ENGLISH);
    /** Requests keep a little below the plan's burst, so that none is refused. */
    private static final double SHARE_OF_BURST = 0.95;

    private static final double WINDOW_SECONDS = 2;
    private static final double SECONDS_A_DAY = 86_400;

    /** The plan the account has; tokens bought beside it count. */
    static PlanTime own(Engine engine, Instant now) {
        MigrationFile.Target target = engine.file().target();
        return of(target.plan(), target.tokensADay(), engine, now);
    }

    /** Every plan that is sold, and the account's own as it is. */
    static List<PlanTime> all(Engine engine, Instant now) {
        MigrationFile.Target target = engine.file().target();
        return List.of(AccountPlan.values()).stream()
                .filter(plan ->
                        AccountPlan.sold().contains(plan) || plan == target.plan() && plan != AccountPlan.UNLIMITED)
                .map(plan -> plan == target.plan() ? own(engine, now) : other(plan, engine, now))
                .toList();
    }

    private static PlanTime other(AccountPlan plan, Engine engine, Instant now) {
        MigrationFile.Target target = engine.file().target();
        long wholeDay = plan.tokensADay(target.seats());
        return of(plan, wholeDay - (long) (wholeDay * target.reserve()), engine, now);
    }

    private static PlanTime of(AccountPlan plan, long aDay, Engine engine, Instant now) {
        long ours = engine.file().target().tokensADay();
        long spentToday = ours - engine.budget().left().orElse(ours);
        double rate = engine.file().target().burst(plan) * SHARE_OF_BURST / WINDOW_SECONDS;
        return new PlanTime(
                plan,
                new Timetable(aDay, Math.max(0, aDay - spentToday), rate),
                now,
                engine.file().source().zone());
    }

    String title() {
        return Character.toUpperCase(plan.word().charAt(0)) + plan.word().substring(1);
    }

    /** From now until the work is done, such as {@code 3.2 days}. */
    String takes(Price work) {
        return words(Duration.between(now, timetable.done(work, now)));
    }

    /** When the work is done, in the practice's own time. */
    String done(Price work) {
        return timetable.done(work, now).atZone(zone).format(MOMENT);
    }

    /** How long the work takes at the plan's rate alone. */
    String atTheRate(Price work) {
        return words(timetable.atTheRate(work));
    }

    /** The work's tokens, in days of the plan. */
    String days(Price work) {
        return timetable.tokensADay() == 0
                ? ""
                : String.format(Locale.ROOT, "%.2f", (double) work.tokens() / timetable.tokensADay());
    }

    static String words(Duration time) {
        long minutes = (time.toSeconds() + 59) / 60;
        if (minutes <= 1) {
            return "a minute";
        }
        if (minutes < 120) {
            return minutes + " minutes";
        }
        return time.compareTo(Duration.ofDays(2)) < 0
                ? (minutes + 30) / 60 + " hours"
                : String.format(Locale.ROOT, "%.1f days", time.toSeconds() / SECONDS_A_DAY);
    }
}
