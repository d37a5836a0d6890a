package io.dragoman.app;

import io.dragoman.ledger.RunState;
import io.dragoman.model.RunProblem;
import java.util.function.Supplier;

/** What a run does when the day has no tokens left: it says so in the ledger and waits for the next day, if it may. */
final class Waiting {
    private final Engine engine;
    private final Progress progress;
    private final String run;
    private final boolean allowed;

    /** @param allowed whether it waits; else a spent day ends the run, and the same verb goes on another day */
    Waiting(Engine engine, Progress progress, String run, boolean allowed) {
        this.engine = engine;
        this.progress = progress;
        this.run = run;
        this.allowed = allowed;
    }

    /** Does something that may be repeated, and repeats it when the day could not pay it. */
    <T> T paid(Supplier<T> what) {
        while (true) {
            try {
                return what.get();
            } catch (RunProblem problem) {
                forTokens(problem);
            }
        }
    }

    /** @throws RunProblem the same, when it is about something else or nobody wants to wait */
    void forTokens(RunProblem problem) {
        if (problem.ending() != RunProblem.Ending.WAITING || !allowed) {
            throw problem;
        }
        state(RunState.WAITING_FOR_BUDGET, problem);
        progress.step("waiting for tokens until " + Moments.text(engine.budget().opens(problem)), 0, () -> 0);
        engine.budget().await(engine.stop());
        if (engine.stop().asked()) {
            throw problem;
        }
        engine.ledger().runs().state(run, RunState.RUNNING, "");
    }

    /** Remembers that, and why, the run ends before its end. */
    void endedBy(RunProblem problem) {
        state(stateAfter(problem), problem);
    }

    private void state(RunState state, RunProblem problem) {
        engine.ledger()
                .runs()
                .state(run, state, problem.problem().toString(), engine.budget().opens(problem));
    }

    private static RunState stateAfter(RunProblem problem) {
        return switch (problem.ending()) {
            case BLOCKED -> RunState.BLOCKED;
            case WAITING -> RunState.WAITING_FOR_BUDGET;
            case FAILED, REFUSED -> RunState.FAILED;
        };
    }
}
