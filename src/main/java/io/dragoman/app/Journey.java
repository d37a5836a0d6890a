package io.dragoman.app;

import io.dragoman.ledger.Cost;
import io.dragoman.ledger.Run;
import io.dragoman.ledger.RunMode;
import io.dragoman.ledger.RunState;
import io.dragoman.model.Mapping;
import io.dragoman.model.RunProblem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;

/**
 * All phases of one run, in the order of their links: a plan, a run, or a replay of the quarantined. Ends early and
 * resumably on a stop; waits for tokens when it may.
 */
final class Journey {
    private final Engine engine;
    private final Progress progress;
    private final RunMode mode;
    private final boolean waits;
    private final Map<String, PhaseResult> results = new LinkedHashMap<>();

    Journey(Engine engine, Progress progress, RunMode mode, boolean waits) {
        this.engine = engine;
        this.progress = progress;
        this.mode = mode;
        this.waits = waits;
    }

    private boolean writes() {
        return mode != RunMode.PLAN;
    }

    /**
     * Runs all phases.
     *
     * @param takesPart which records travel, by mapping and key; everything in an ordinary run
     */
    JourneyResult go(BiPredicate<String, String> takesPart) {
        long paidBefore = engine.budget().spentInAll();
        Run run = engine.ledger().runs().start(mode, engine.gatekeeper().mappingHash());
        engine.meter().book(run.id(), "");
        try {
            Preparation preparation = new Account(engine, progress).look(writes());
            for (Mapping mapping : engine.blueprint().mappings().phases()) {
                if (!mapping.targetKind().equals("user")) {
                    phase(run.id(), mapping, takesPart);
                }
            }
            boolean stopped = Stopping.STOP.asked();
            RunForecast forecast = writes() ? null : forecast(run.id(), preparation);
            engine.ledger().runs().state(run.id(), stopped ? RunState.STOPPED : endState(), "");
            return new JourneyResult(
                    run.id(),
                    mode,
                    results,
                    preparation,
                    stopped,
                    engine.budget().spentInAll() - paidBefore,
                    forecast);
        } catch (RunProblem problem) {
            engine.ledger()
                    .runs()
                    .state(run.id(), stateAfter(problem), problem.problem().toString());
            throw problem;
        } catch (RuntimeException fault) {
            engine.ledger()
                    .runs()
                    .state(run.id(), RunState.FAILED, fault.getClass().getSimpleName());
            throw fault;
        }
    }

    private RunForecast forecast(String run, Preparation preparation) {
        RunForecast forecast = new Forecaster(engine, run, results).forecast(preparation.schema());
        List<Cost> costs = new ArrayList<>(forecast.run());
        costs.addAll(forecast.prepare());
        engine.ledger().forecasts().save(run, engine.forecastBasis(), costs);
        return forecast;
    }

    private void phase(String run, Mapping mapping, BiPredicate<String, String> takesPart) {
        PhaseTravel travel = new PhaseTravel(engine, progress, run, mapping, writes());
        while (true) {
            try {
                results.merge(
                        mapping.name(), travel.once(key -> takesPart.test(mapping.name(), key)), PhaseResult::after);
                return;
            } catch (RunProblem problem) {
                if (problem.ending() != RunProblem.Ending.WAITING || !waits) {
                    throw problem;
                }
                results.merge(mapping.name(), travel.soFar(), PhaseResult::after);
                waitForTokens(run, problem);
            }
        }
    }

    private void waitForTokens(String run, RunProblem problem) {
        engine.ledger()
                .runs()
                .state(run, RunState.WAITING_FOR_BUDGET, problem.problem().toString());
        progress.step("waiting for the next day's tokens", 0, () -> 0);
        engine.budget().awaitNextDay(Stopping.STOP);
        engine.ledger().runs().state(run, RunState.RUNNING, "");
    }

    private RunState endState() {
        return mode == RunMode.PLAN ? RunState.PLANNED : RunState.DONE;
    }

    private static RunState stateAfter(RunProblem problem) {
        return switch (problem.ending()) {
            case BLOCKED -> RunState.BLOCKED;
            case WAITING -> RunState.WAITING_FOR_BUDGET;
            case FAILED, REFUSED -> RunState.FAILED;
        };
    }
}
