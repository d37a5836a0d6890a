package io.dragoman.model;

import org.jspecify.annotations.Nullable;

/** The whole verb cannot go on. Nothing is lost: what was written has its receipt or an open intent. */
public final class RunProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Problem problem;
    private final Ending ending;

    /** How the verb ends, which decides the exit code and the state of the run. */
    public enum Ending {
        /** Something failed that a person has to look at. */
        FAILED,
        /** A rule forbids going on: approval, stale plan, gate. */
        REFUSED,
        /** The account refuses us: ban, unpaid, bad token. */
        BLOCKED,
        /** The day's tokens are spent; the next day goes on by itself. */
        WAITING
    }

    public RunProblem(Ending ending, Problem problem) {
        this(ending, problem, null);
    }

    public RunProblem(Ending ending, Problem problem, @Nullable Throwable cause) {
        super(problem.toString(), cause);
        this.problem = problem;
        this.ending = ending;
    }

    public Problem problem() {
        return problem;
    }

    public Ending ending() {
        return ending;
    }
}
