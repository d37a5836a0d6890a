package io.dragoman.app;

import io.dragoman.model.RunProblem;
import io.dragoman.model.UserProblems;
import java.io.PrintWriter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Tells a user's mistake in one line each, and a fault of ours with the words to report it; never a value of a record. */
final class Failures implements IExecutionExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        PrintWriter err = command.getErr();
        if (failure instanceof UserProblems user) {
            user.problems().forEach(problem -> err.println(PlainText.of(problem.toString())));
        } else if (failure instanceof RunProblem run) {
            err.println(PlainText.of(run.problem().toString()));
        } else {
            LOG.debug("unexpected", failure);
            err.println(
                    "unexpected: " + failure.getClass().getSimpleName()
                            + ". This is a fault of Dragoman; nothing is lost. Run again with DRAGOMAN_LOG=debug and report the log.");
        }
        err.flush();
        return codeOf(failure);
    }

    static int codeOf(Throwable failure) {
        if (failure instanceof RunProblem run) {
            return switch (run.ending()) {
                case FAILED -> ExitCode.FAILED;
                case REFUSED, BLOCKED -> ExitCode.REFUSED;
                case WAITING -> ExitCode.LEFT_OVER;
            };
        }
        return ExitCode.FAILED;
    }
}
