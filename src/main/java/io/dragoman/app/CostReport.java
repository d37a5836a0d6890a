package io.dragoman.app;

import io.dragoman.ledger.Cost;
import io.dragoman.ledger.Forecast;
import io.dragoman.ledger.Run;
import io.dragoman.ledger.RunMode;
import io.dragoman.ledger.RunState;
import io.dragoman.ledger.Runs;
import io.dragoman.model.Fate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a run spent, held against what its plan had said. A run that was interrupted and gone on with counts as one, with its sample; a
 * forecast is for one run that ends, not for the next one.
 */
final class CostReport {
    private final Engine engine;
    private final JourneyResult result;

    CostReport(Engine engine, JourneyResult result) {
        this.engine = engine;
        this.result = result;
    }

    void addTo(Report.Draft draft) {
        Optional<Forecast> forecast = engine.ledger()
                .forecasts()
                .before(result.run(), engine.forecastBasis())
                .filter(found -> runsSince(found.run()).stream().allMatch(this::isPartOfThis));
        List<Cost> spent = new ArrayList<>();
        forecast.ifPresent(found -> runsSince(found.run())
                .forEach(run -> spent.addAll(engine.ledger().spending().of(run.id()))));
        if (forecast.isEmpty()) {
            spent.addAll(engine.ledger().spending().of(result.run()));
        }
        List<List<String>> rows = rows(forecast, spent);
        draft.chart(
                Chart.bars("Forecast", "Spent").first(rows.size() - 1),
                "What the run cost",
                about(forecast, spent) + " " + floor(),
                List.of("What", "Forecast", "Spent", "Difference"),
                rows);
    }

    /** Runs from the plan to this one; interrupted ones are parts of it, and so is the sample, whose records it has not to write. */
    private List<Run> runsSince(String plan) {
        Runs runs = engine.ledger().runs();
        return runs.all().stream()
                .dropWhile(run -> !run.id().equals(plan))
                .filter(run -> run.mode() == RunMode.RUN || run.mode() == RunMode.SAMPLE)
                .takeWhile(run -> !isAfterThis(run))
                .toList();
    }

    private boolean isAfterThis(Run run) {
        return Integer.parseInt(run.id().substring(1))
                > Integer.parseInt(result.run().substring(1));
    }

    private boolean isPartOfThis(Run run) {
        return run.id().equals(result.run()) || run.state() != RunState.DONE || run.mode() == RunMode.SAMPLE;
    }

    private String about(Optional<Forecast> forecast, List<Cost> spent) {
        if (forecast.isEmpty()) {
            return "There was no forecast: nobody planned this run, or mapping, policy or source are others since. "
                    + ForecastReport.grouped(Cost.sum(spent).tokens()) + " tokens were spent.";
        }
        long expected = Cost.sum(run(forecast.get())).tokens();
        long tokens = Cost.sum(spent).tokens();
        return "Plan " + forecast.get().run() + " said " + ForecastReport.grouped(expected) + " tokens, "
                + ForecastReport.grouped(tokens) + " were spent" + sampled(forecast.get()) + ": "
                + difference(expected, tokens) + ".";
    }

    private String sampled(Forecast forecast) {
        return runsSince(forecast.run()).stream().anyMatch(run -> run.mode() == RunMode.SAMPLE)
                ? ", those of the sample among them"
                : "";
    }

    /** What the records that were written would have cost with nothing read and nothing sent twice. */
    private String floor() {
        long records = result.count(Fate.CREATED) + result.count(Fate.UPDATED);
        long writes = engine.ledger().runs().find(result.run()).map(Run::tokens).orElse(0L);
        if (records == 0 || writes == 0) {
            return "";
        }
        return String.format(
                Locale.ROOT,
                "%.2f tokens a record; the writes alone are %.2f, so %.3f times the least it can be.",
                (double) result.tokens() / records,
                (double) writes / records,
                (double) result.tokens() / writes);
    }

    private List<List<String>> rows(Optional<Forecast> forecast, List<Cost> spent) {
        Map<String, Long> expected = forecast.map(found -> tokens(run(found))).orElse(Map.of());
        Map<String, Long> paid = tokens(spent);
        Set<String> mappings = new LinkedHashSet<>(expected.keySet());
        mappings.addAll(paid.keySet());
        List<List<String>> rows = new ArrayList<>();
        for (String mapping : mappings) {
            String title = mapping.isEmpty()
                    ? "Reading the account"
                    : engine.blueprint().mappings().get(mapping).title();
            rows.add(row(
                    title, forecast.isPresent(), expected.getOrDefault(mapping, 0L), paid.getOrDefault(mapping, 0L)));
        }
        rows.add(row(
                "In all",
                forecast.isPresent(),
                expected.values().stream().mapToLong(Long::longValue).sum(),
                paid.values().stream().mapToLong(Long::longValue).sum()));
        return rows;
    }

    private static List<String> row(String title, boolean compared, long expected, long spent) {
        return List.of(
                title,
                compared ? ForecastReport.grouped(expected) : "",
                ForecastReport.grouped(spent),
                compared ? difference(expected, spent) : "");
    }

    private static List<Cost> run(Forecast forecast) {
        return forecast.costs().stream()
                .filter(cost -> !cost.mapping().equals(SchemaMaker.SCHEMA))
                .toList();
    }

    private static Map<String, Long> tokens(List<Cost> costs) {
        Map<String, Long> tokens = new LinkedHashMap<>();
        costs.forEach(cost -> tokens.merge(cost.mapping(), cost.price().tokens(), Long::sum));
        return tokens;
    }

    private static String difference(long expected, long spent) {
        if (expected == spent) {
            return "as forecast";
        }
        if (expected == 0) {
            return "not forecast";
        }
        double percent = 100.0 * (spent - expected) / expected;
        return String.format(Locale.ROOT, "%.1f %% %s", Math.abs(percent), percent > 0 ? "more" : "less");
    }
}
