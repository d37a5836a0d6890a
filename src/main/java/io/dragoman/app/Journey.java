package io.dragoman.app;

import io.dragoman.ledger.Approval;
import io.dragoman.ledger.Cost;
import io.dragoman.ledger.Run;
import io.dragoman.ledger.RunMode;
import io.dragoman.ledger.RunState;
import io.dragoman.model.Mapping;
import io.dragoman.model.RunProblem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.slf4j.MDC;

/**
 * All phases of one run, in the order of their links: a plan, a run, or a replay of the quarantined. Ends early and
 * resumably on a stop; waits for tokens when it may.
 */
final class Journey {
    /** Under this name, lines of the log say which run they are about. */
    private static final String RUN = "run";

    private final Engine engine;
    private final Progress progress;
    private final RunMode mode;
    private final boolean waits;
    private final JourneyPlan plan;
    private final Map<String, PhaseResult> results = new LinkedHashMap<>();

    Journey(Engine engine, Progress progress, RunMode mode, boolean waits) {
        this(engine, progress, mode, waits, JourneyPlan.NONE);
    }

    /** @param plan saved by this journey, or carried out by it */
    Journey(Engine engine, Progress progress, RunMode mode, boolean waits, JourneyPlan plan) {
        this.engine = engine;
        this.progress = progress;
        this.mode = mode;
        this.waits = waits;
        this.plan = plan;
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
        return goWith((run, preparation) -> takesPart);
    }

    /** Decides which records travel, once the account was looked at; may ask it, and be asked again after a wait. */
    interface Selection {
        BiPredicate<String, String> of(String run, Preparation preparation);
    }

    /** Runs all phases, with records that are chosen on the way. */
    JourneyResult goWith(Selection selection) {
        long paidBefore = engine.meter().paid();
        Run run = engine.ledger().runs().start(mode, engine.gatekeeper().mappingHash());
        engine.meter().book(run.id(), "");
        tellWaivers(run.id());
        MDC.put(RUN, run.id());
        Waiting waiting = new Waiting(engine, progress, run.id(), waits);
        try {
            Preparation preparation =
                    waiting.paid(() -> new Account(engine, progress, mode == RunMode.DELTA).look(writes()));
            waiting.paid(() -> {
                plan.begins(run.id(), preparation);
                return run;
            });
            BiPredicate<String, String> takesPart = waiting.paid(() -> selection.of(run.id(), preparation));
            Deletions deletions = new Deletions(engine, run.id());
            begin(run.id(), deletions, waiting);
            travel(run.id(), waiting, takesPart);
            Sweeping.Result swept =
                    writes() && !engine.stop().asked() ? sweep(run.id(), waiting) : Sweeping.Result.NOTHING;
            if (mode == RunMode.DELTA) {
                treat(run.id(), deletions, waiting);
            }
            boolean stopped = engine.stop().asked();
            if (!stopped) {
                plan.ended(run.id(), preparation);
            }
            RunForecast forecast = writes() || !plan.speaksOfARun() ? null : forecast(run.id(), preparation);
            engine.ledger().runs().state(run.id(), stopped ? RunState.STOPPED : endState(), "");
            return new JourneyResult(
                    run.id(),
                    mode,
                    results,
                    preparation,
                    swept,
                    deletions,
                    stopped,
                    engine.meter().paid() - paidBefore,
                    forecast);
        } catch (RunProblem problem) {
            waiting.endedBy(problem);
            throw problem;
        } catch (RuntimeException fault) {
            engine.ledger()
                    .runs()
                    .state(run.id(), RunState.FAILED, fault.getClass().getSimpleName());
            throw fault;
        } finally {
            MDC.remove(RUN);
        }
    }

    private void travel(String run, Waiting waiting, BiPredicate<String, String> takesPart) {
        Map<String, Long> before = new LinkedHashMap<>();
        phases().forEach(mapping -> before.put(mapping.name(), engine.staging().count(mapping.sourceObject())));
        progress.phases(run, before);
        for (Mapping mapping : phases()) {
            PhaseTravel travel = new PhaseTravel(engine, progress, run, mapping, writes());
            PhaseResult result = phase(waiting, travel, key -> takesPart.test(mapping.name(), key));
            engine.ledger().runs().counts(run, mapping.name(), result.fates());
            results.put(mapping.name(), result);
            if (isWhole() && !engine.stop().asked()) {
                new HighWater(engine).move(mapping);
            }
        }
    }

    /** Who signed the mapping signed these too. */
    private void tellWaivers(String run) {
        if (writes()) {
            String by = engine.ledger()
                    .approvals()
                    .latest(Approval.Kind.MAPPING)
                    .map(Approval::by)
                    .orElse("");
            new TreeSet<>(engine.file().waived())
                    .forEach(code -> engine.ledger().runs().waived(run, code, by));
        }
    }

    private void begin(String run, Deletions deletions, Waiting waiting) {
        if (writes()) {
            engine.remarks().unlisted().hold(engine.gatekeeper().complianceHash());
        } else {
            engine.remarks().unlisted().collect();
        }
        if (isWhole()) {
            new HighWater(engine).mustNotFall();
            progress.step("Deleted at the source", 0, () -> 0);
            for (Mapping mapping : phases()) {
                engine.meter().book(run, mapping.name());
                waiting.paid(() -> {
                    deletions.find(mapping);
                    return mapping;
                });
            }
        }
    }

    private RunForecast forecast(String run, Preparation preparation) {
        engine.remarks().unlisted().keep(engine.gatekeeper().complianceHash());
        RunForecast forecast = new Forecaster(engine, run, results).forecast(preparation.schema());
        List<Cost> costs = new ArrayList<>(forecast.run());
        costs.addAll(forecast.prepare());
        engine.ledger().forecasts().save(run, engine.forecastBasis(), costs);
        return forecast;
    }

    private List<Mapping> phases() {
        return engine.blueprint().mappings().phases().stream()
                .filter(mapping -> !mapping.targetKind().equals("user"))
                .toList();
    }

    /** Whether every record of the source takes part, so that what is not among them can be told. */
    private boolean isWhole() {
        return mode == RunMode.RUN || mode == RunMode.DELTA;
    }

    /** Children first, as a record that others link to stays. */
    private void treat(String run, Deletions deletions, Waiting waiting) {
        progress.step("Deleted at the source", 0, () -> 0);
        List<Mapping> backwards = new ArrayList<>(phases());
        Collections.reverse(backwards);
        for (Mapping mapping : backwards) {
            engine.meter().book(run, mapping.name());
            waiting.paid(() -> {
                deletions.treat(mapping);
                return mapping;
            });
        }
    }

    /** One phase to its end; what was counted before a wait for tokens counts too. */
    static PhaseResult phase(Waiting waiting, PhaseTravel travel, Predicate<String> takesPart) {
        PhaseResult before = null;
        while (true) {
            try {
                PhaseResult result = travel.once(takesPart);
                return before == null ? result : before.after(result);
            } catch (RunProblem problem) {
                waiting.forTokens(problem);
                before = before == null ? travel.soFar() : before.after(travel.soFar());
            }
        }
    }

    /** What got lost in the target travels once more; whether it stays there this time, the next run tells. */
    private Sweeping.Result sweep(String run, Waiting waiting) {
        Sweeping sweeping = new Sweeping(engine, run);
        progress.step("Sweep", 0, () -> 0);
        for (Mapping mapping : phases()) {
            engine.meter().book(run, mapping.name());
            waiting.paid(() -> {
                sweeping.at(mapping);
                return mapping;
            });
        }
        for (Mapping mapping : phases()) {
            Set<String> again = sweeping.again().getOrDefault(mapping.name(), Set.of());
            if (!again.isEmpty()) {
                phase(waiting, new PhaseTravel(engine, progress, run, mapping, true), again::contains);
            }
        }
        return sweeping.result();
    }

    private RunState endState() {
        return mode == RunMode.PLAN ? RunState.PLANNED : RunState.DONE;
    }
}
