package io.dragoman.systems.pipedrive;

import io.dragoman.model.NotSent;
import io.dragoman.model.Problem;
import io.dragoman.model.RunProblem;
import io.dragoman.model.RunProblem.Ending;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The reasons for which the whole verb ends, each with what a person can do about it. */
public final class Stops {
    private static final String PLACE = "pipedrive";

    /** Throws that a change was surely not made, because the verb cannot go on. The cause says why. */
    public void notSent(RunProblem stop) {
        throw new NotSent(stop.problem().code(), stop);
    }

    /** Throws that the target stayed busy for all the attempts a request has. */
    public void unreachable(TargetBusy last) {
        throw new RunProblem(
                Ending.FAILED,
                new Problem(
                        "target-unreachable",
                        PLACE,
                        "Pipedrive could not be reached or stayed busy (" + last.getMessage()
                                + ") for all attempts. Check the network and status.pipedrive.com, then go on."),
                last);
    }

    static RunProblem budgetSpent() {
        return stop(
                Ending.WAITING,
                "budget-spent",
                "The day's API tokens of this company are spent. The next day goes on.");
    }

    static RunProblem blocked(Instant until) {
        return stop(
                Ending.BLOCKED,
                "blocked-by-target",
                "Pipedrive answered with a web page that bars this address. Nothing is sent before "
                        + until.truncatedTo(ChronoUnit.SECONDS)
                        + "; then go on, or ask Pipedrive's support.");
    }

    static RunProblem tokenRejected() {
        return stop(
                Ending.BLOCKED,
                "token-rejected",
                "Pipedrive does not know the API token. Look it up under Personal preferences, API, and give it again.");
    }

    static RunProblem accessRejected() {
        return stop(
                Ending.BLOCKED,
                "token-rejected",
                "Pipedrive does not let the OAuth app in any more. Check client-id, client-secret and refresh-token; when"
                        + " its access was taken away, let it into the account again.");
    }

    static RunProblem anotherAccount() {
        return stop(
                Ending.REFUSED,
                "another-account",
                "The refresh token belongs to an account at another address than the migration file names. Nothing was"
                        + " sent; name that account's company, or give the refresh token of this one.");
    }

    static RunProblem accountNotOpen() {
        return stop(
                Ending.BLOCKED,
                "account-not-open",
                "The Pipedrive account is not open: its trial is over or it is unpaid. Its owner has to settle that.");
    }

    static RunProblem accountLimit() {
        return stop(
                Ending.BLOCKED,
                "account-limit",
                "The plan of the Pipedrive account allows no more of these. Raise the plan or make room, then go on.");
    }

    static RunProblem forbidden() {
        return stop(
                Ending.BLOCKED,
                "target-forbids",
                "Pipedrive forbids the token's user to do this. Check the user's permission set and the features of the"
                        + " plan.");
    }

    static RunProblem ownerInactive() {
        return stop(
                Ending.BLOCKED,
                "owner-inactive",
                "Pipedrive does not accept a user as the owner of a record: somebody was deactivated or removed meanwhile."
                        + " See who with `owners`; activate the user or decide for another, then go on.");
    }

    static RunProblem fieldGone(String field) {
        return stop(
                Ending.FAILED,
                "field-gone",
                "The custom field \"" + field + "\" is not in the Pipedrive account any more. Run prepare again.");
    }

    static RunProblem notPrepared(String name) {
        return stop(
                Ending.FAILED,
                "not-prepared",
                "\"" + name + "\" was never bound to this account. Run prepare before anything is written.");
    }

    static RunProblem callRefused(Request request, int status, String code) {
        return stop(
                Ending.FAILED,
                "call-refused",
                "Pipedrive refused " + request.method() + " " + request.path() + " with status " + status + code
                        + ". Check the base address of the account; if it is right, report this.");
    }

    private static RunProblem stop(Ending ending, String code, String advice) {
        return new RunProblem(ending, new Problem(code, PLACE, advice));
    }
}
