package io.dragoman.service;

import io.dragoman.ledger.Ledger;
import io.dragoman.model.Problem;
import io.dragoman.run.Follower;
import io.dragoman.run.Stop;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** The program around the service, which knows what verbs do. Called by several threads at once, for different migrations. */
public interface Workshop {
    /** How a verb ended. @param problems why it did not come to its end; told as on the command line */
    record Done(int exitCode, String run, String headline, List<Problem> problems, String report) {}

    /** Everything that can be asked for. */
    List<Verb> verbs();

    /**
     * Checks a migration file with its routes and mappings, and keeps a copy.
     *
     * @throws io.dragoman.model.UserProblems with everything that is wrong in them
     */
    Edition accept(Path file);

    /** The edition that was accepted last; empty when there is none. */
    Optional<Edition> last(Path file);

    /** An edition that was accepted once; empty when it is there no more. */
    Optional<Edition> reopen(Path file, String id);

    /** Deletes all other editions of a file. */
    void keepOnly(Path file, Set<String> editions);

    /** Opens a migration's ledger; the caller closes it. */
    Ledger ledger(Edition edition);

    /** The migration sends to its account from now on. */
    void join(Edition edition, Ledger ledger);

    /**
     * Carries out a verb to its end, as the command line does.
     *
     * @param ledger open; the verb takes a hold of its own
     * @param arguments options first, then two dashes and parameters
     */
    Done carryOut(Edition edition, Ledger ledger, String verb, List<String> arguments, Stop stop, Follower follower);

    /** Tokens the account has left for us today; empty without a limit. */
    OptionalLong tokensLeft(Edition edition);

    /** Tokens spent on the account today. */
    long tokensSpent(Edition edition);
}
