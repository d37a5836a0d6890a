package io.dragoman.model;

import java.util.List;
import java.util.stream.Collectors;

/** A file a user wrote is wrong; carries everything found in it, so that one look mends all of it. */
public final class UserProblems extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient List<Problem> problems;

    /** @param problems at least one, in the order of the file */
    public UserProblems(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }
}
