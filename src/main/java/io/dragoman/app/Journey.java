package io.dragoman.app;

import io.dragoman.ledger.Run;
import io.dragoman.ledger.RunMode;
import io.dragoman.ledger.RunState;
import io.dragoman.mapping.Readings;
import io.dragoman.model.Catalogue;
import io.dragoman.model.Fate;
import io.dragoman.model.Mapping;
import io.dragoman.model.Problem;
import io.dragoman.model.Reading;
import io.dragoman.model.RunProblem;
import io.dragoman.run.Doubts;
import io.dragoman.run.Phase;
import io.dragoman.run.Stop;
import io.dragoman.run.Tally;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiPredicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All phases of one run, in the order of their links: a plan, a run, or a replay of the quarantined. Ends early and
 * resumably on a stop; waits for tokens when it may.
 */
final class Journey {
    private static final Logger LOG = LoggerFactory.getLogger(Journey.class);

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
        Run run = engine.ledger().runs().start(mode, engine.gatekeeper().mappingHash());
        try {
            Preparation preparation = engine.prepareJourney(progress, writes());
            for (Mapping mapping : engine.blueprint().mappings().phases()) {
                if (!mapping.targetKind().equals("user")) {
                    phase(run.id(), mapping, takesPart);
                }
            }
            boolean stopped = Stopping.STOP.asked();
            engine.ledger().runs().state(run.id(), stopped ? RunState.STOPPED : endState(), "");
            return new JourneyResult(run.id(), mode, results, preparation, stopped, engine.budget().spentInAll());
        } catch (RunProblem problem) {
            engine.ledger().runs().state(run.id(), stateAfter(problem), problem.problem().toString());
            throw problem;
        } catch (RuntimeException fault) {
            engine.ledger().runs().state(run.id(), RunState.FAILED, fault.getClass().getSimpleName());
            throw fault;
        }
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
