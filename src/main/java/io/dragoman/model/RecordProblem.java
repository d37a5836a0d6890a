package io.dragoman.model;

/** One record cannot travel as it is. The record is set aside under this problem; the run goes on. */
public final class RecordProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Problem problem;

    public RecordProblem(Problem problem) {
        super(problem.toString());
        this.problem = problem;
    }

    /** Why, and what to do; holds no value of the record. */
    public Problem problem() {
        return problem;
    }
}
