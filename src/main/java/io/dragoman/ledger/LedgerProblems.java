package io.dragoman.ledger;

import io.dragoman.model.Problem;
import io.dragoman.model.RecordProblem;
import io.dragoman.model.RunProblem;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * The words of this package for what goes wrong. What a driver says may quote a row, so its text is left out and its
 * codes are told instead.
 */
final class LedgerProblems {
    private LedgerProblems() {}

    static RunProblem unreachable(LedgerAddress address, SQLException cause) {
        return unreachable(address, codes(cause) + ", " + reason(cause));
    }

    static RunProblem unreachable(LedgerAddress address, String what) {
        return problem(
                "ledger-unreachable",
                address.url(),
                "The database cannot be opened (" + what
                        + "). Check that it runs or that the folder can be written, and the URL, user and password.");
    }

    static RunProblem inUse(LedgerAddress address, String migration) {
        return problem(
                "ledger-in-use",
                address.url(),
                "Another process works on migration " + migration
                        + " with this ledger. Wait for it to end, or stop it; never delete its lock.");
    }

    static RunProblem wrongVersion(LedgerAddress address, String what) {
        return problem(
                "ledger-wrong-version",
                address.url(),
                "The ledger's tables are not those of this version of Dragoman (" + what
                        + "). Use the version that wrote them, or an empty database or schema of its own.");
    }

    static RunProblem notWritable(String what) {
        return problem(
                "ledger-not-writable",
                "",
                "The ledger could not be written (" + what
                        + "). Nothing is lost: what was acknowledged is on disk, the rest"
                        + " was not acknowledged. Make room or bring the database back, then start again.");
    }

    static RunProblem notWritable(SQLException cause) {
        return notWritable(codes(cause));
    }

    static RunProblem notReadable(@Nullable SQLException cause) {
        return problem(
                "ledger-not-readable",
                "",
                "The ledger could not be read (" + (cause == null ? "no connection" : codes(cause))
                        + "). Bring the database back, then start again.");
    }

    static RecordProblem record(String code, Spot spot, String advice) {
        return new RecordProblem(new Problem(code, spot.toString(), advice));
    }

    static String codes(SQLException cause) {
        return "SQLSTATE " + cause.getSQLState() + ", code " + cause.getErrorCode();
    }

    /** Opening a database sends no row, so what its driver says then is safe, but for what it knows of the password. */
    private static String reason(SQLException cause) {
        String message = cause.getMessage();
        return message == null ? "no reason given" : message.lines().findFirst().orElse("no reason given");
    }

    private static RunProblem problem(String code, String place, String advice) {
        return new RunProblem(RunProblem.Ending.FAILED, new Problem(code, place, advice));
    }
}
