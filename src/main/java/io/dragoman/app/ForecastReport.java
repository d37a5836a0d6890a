package io.dragoman.app;

import io.dragoman.ledger.Cost;
import io.dragoman.model.Price;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Tells a plan's forecast: one sentence for the manager of a practice, then what it rests on. */
final class ForecastReport {
    private static final List<String> VERBS = List.of("create", "update", "delete", RunForecast.READ);
    /** Rows at the end of the table of costs that sum up others. */
    private static final int SUMS = 3;

    private static final int MEGABYTE = 1_000_000;

    private final Engine engine;
    private final RunForecast forecast;
    private final PlanTime own;
    private final List<PlanTime> plans;

    ForecastReport(Engine engine, RunForecast forecast, Instant now) {
        this.engine = engine;
        this.forecast = forecast;
        this.own = PlanTime.own(engine, now);
        this.plans = PlanTime.all(engine, now);
    }

    void addTo(Report.Draft draft) {
        List<List<String>> costs = costs();
        draft.chart(
                Chart.stacked(List.of("Create", "Update", "Delete", "Read")).first(costs.size() - SUMS),
                "What the run will cost",
                sentence(),
                List.of("What", "Requests", "Tokens", "Create", "Update", "Delete", "Read"),
                costs);
        draft.chart(
                Chart.bars("Days of tokens"),
                "How long it will take",
                "Prepare and run, with " + seats()
                        + ", begun now. A plan lets through so many tokens a day, less the reserve"
                        + " and what is spent today, and so many requests a second.",
                List.of(
                        "Plan",
                        "Tokens a day",
                        "Days of tokens",
                        "At its rate",
                        "Takes",
                        "Done about",
                        "Rollback takes"),
                times());
    }

    /** The price, for somebody who reads one line. */
    String sentence() {
        Price all = forecast.withPrepare();
        StringBuilder text = new StringBuilder("This run needs ")
                .append(grouped(all.tokens()))
                .append(" tokens in ")
                .append(grouped(all.requests()))
                .append(" requests, prepare included");
        if (own.plan() == AccountPlan.UNLIMITED) {
            text.append("; this target has no limits");
        } else {
            text.append(": ").append(own.takes(all)).append(" on ").append(own.title());
            text.append(" with ").append(seats()).append(", done about ").append(own.done(all));
        }
        next().ifPresent(plan -> text.append("; on ")
                .append(plan.title())
                .append(" it would be ")
                .append(plan.takes(all)));
        text.append('.');
        if (forecast.bytes() > 0) {
            text.append(" Files of ")
                    .append(grouped((forecast.bytes() + MEGABYTE - 1) / MEGABYTE))
                    .append(" MB are sent.");
        }
        return text.toString();
    }

    /** The cheapest plan that has more tokens a day than the account's own. */
    private Optional<PlanTime> next() {
        return plans.stream()
                .filter(plan -> plan.timetable().tokensADay() > own.timetable().tokensADay())
                .findFirst();
    }

    private List<List<String>> costs() {
        List<List<String>> rows = new ArrayList<>();
        byMapping(forecast.run()).forEach((mapping, costs) -> rows.add(row(title(mapping), costs)));
        rows.add(row("The run in all", forecast.run()));
        rows.add(row("Prepare, before it", forecast.prepare()));
        rows.add(List.of(
                "A full rollback, if wanted",
                grouped(forecast.rollback().requests()),
                grouped(forecast.rollback().tokens()),
                "",
                "",
                "",
                ""));
        return rows;
    }

    private static List<String> row(String title, List<Cost> costs) {
        Price all = Cost.sum(costs);
        List<String> row = new ArrayList<>(List.of(title, grouped(all.requests()), grouped(all.tokens())));
        for (String verb : VERBS) {
            long tokens = costs.stream()
                    .filter(cost -> cost.verb().equals(verb))
                    .mapToLong(cost -> cost.price().tokens())
                    .sum();
            row.add(tokens == 0 ? "" : grouped(tokens));
        }
        return row;
    }

    static Map<String, List<Cost>> byMapping(List<Cost> costs) {
        Map<String, List<Cost>> byMapping = new LinkedHashMap<>();
        costs.forEach(cost -> byMapping
                .computeIfAbsent(cost.mapping(), none -> new ArrayList<>())
                .add(cost));
        return byMapping;
    }

    private String title(String mapping) {
        return mapping.isEmpty()
                ? "Reading the account"
                : engine.blueprint().mappings().get(mapping).title();
    }

    private List<List<String>> times() {
        Price all = forecast.withPrepare();
        List<List<String>> rows = new ArrayList<>();
        for (PlanTime plan : plans) {
            rows.add(List.of(
                    plan.title() + (plan.plan() == own.plan() ? " (this account)" : ""),
                    grouped(plan.timetable().tokensADay()),
                    plan.days(all),
                    plan.atTheRate(all),
                    plan.takes(all),
                    plan.done(all),
                    plan.takes(forecast.rollback())));
        }
        return rows;
    }

    private String seats() {
        int seats = engine.file().target().seats();
        return seats == 1 ? "1 seat" : seats + " seats";
    }

    static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
