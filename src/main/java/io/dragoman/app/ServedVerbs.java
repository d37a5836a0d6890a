package io.dragoman.app;

import io.dragoman.ledger.Ledger;
import io.dragoman.model.Problem;
import io.dragoman.model.RunProblem;
import io.dragoman.model.UserProblems;
import io.dragoman.run.Follower;
import io.dragoman.run.Stop;
import io.dragoman.service.Edition;
import io.dragoman.service.Verb;
import io.dragoman.service.Workshop;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;

/** The verbs of the command line, carried out for a service: each in a launch of its own, under an edition. */
final class ServedVerbs implements Workshop {
    private static final Logger LOG = LoggerFactory.getLogger(ServedVerbs.class);

    private final Map<String, String> environment;
    private final Home home;
    private final Editions editions;
    private final Accounts accounts;
    private final List<Verb> verbs = VerbCatalogue.read();
    private final Map<String, Editions.Copy> copies = new ConcurrentHashMap<>();

    /** @param state folder of what the service keeps beside the ledgers */
    ServedVerbs(Map<String, String> environment, Home home, Path state, Accounts accounts) {
        this.environment = environment;
        this.home = home;
        this.editions = new Editions(state.resolve("editions"), home);
        this.accounts = accounts;
    }

    @Override
    public List<Verb> verbs() {
        return verbs;
    }

    @Override
    public Edition accept(Path file) {
        return edition(editions.accept(file));
    }

    @Override
    public Optional<Edition> last(Path file) {
        return editions.last(file).map(this::edition);
    }

    @Override
    public Optional<Edition> reopen(Path file, String id) {
        return editions.reopen(file, id).map(this::edition);
    }

    @Override
    public void keepOnly(Path file, Set<String> ids) {
        editions.keepOnly(file, ids);
        copies.values().removeIf(copy -> copy.file().file().equals(file) && !ids.contains(copy.id()));
    }

    private Edition edition(Editions.Copy copy) {
        MigrationFile file = copy.file();
        copies.put(file.file() + copy.id(), copy);
        MigrationFile.Target target = file.target();
        return new Edition(
                copy.id(),
                file.name(),
                file.file(),
                target.baseUrl().toString(),
                String.join(
                        " ",
                        target.company(),
                        target.plan().toString(),
                        String.valueOf(target.burst()),
                        String.valueOf(target.tokensADay()),
                        String.valueOf(target.reserved()),
                        target.day().toString()),
                ScheduleBlock.read(
                        copy.folder().resolve(file.file().getFileName()),
                        file.source().zone()),
                file.reports(),
                List.of(home.routes(), home.mappings(), watchedMappings(file)));
    }

    /** The folder that people edit: in the copy, mappings lie beside the schemas. */
    private Path watchedMappings(MigrationFile file) {
        try {
            return MigrationFileReader.read(file.file(), home).mappings();
        } catch (UserProblems | RunProblem e) {
            return home.mappings(); // the file is being edited; once it is good its folder is known
        }
    }

    @Override
    public Ledger ledger(Edition edition) {
        MigrationFile file = copy(edition).file();
        return Ledger.open(file.ledgerAddress(environment), file.name(), file.sealKey());
    }

    @Override
    public void join(Edition edition, Ledger ledger) {
        AccountLimits joined = accounts.of(copy(edition).file(), ledger);
        LOG.debug(
                "{}: {} tokens spent today",
                edition.migration(),
                joined.budget().spentToday());
    }

    /** The copy behind an edition. */
    Editions.Copy copy(Edition edition) {
        return copies.computeIfAbsent(
                edition.file() + edition.id(),
                key -> editions.reopen(edition.file(), edition.id()).orElseThrow());
    }

    @Override
    public Done carryOut(
            Edition edition, Ledger ledger, String verb, List<String> arguments, Stop stop, Follower follower) {
        Editions.Copy copy = copy(edition);
        Launch launch =
                new Launch(environment, copy.folder(), stop, new ServedHost(copy.file(), ledger, accounts, follower));
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        List<Problem> problems = new ArrayList<>();
        CommandLine line = Dragoman.commandLine(launch)
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    problems.addAll(problems(failure));
                    return Failures.codeOf(failure);
                })
                .setParameterExceptionHandler((slip, given) -> {
                    problems.add(new Problem("usage", verb, String.valueOf(slip.getMessage())));
                    return ExitCode.USAGE;
                });
        List<String> words = new ArrayList<>(List.of(verb.split(" ")));
        words.addAll(List.of("--migration=" + edition.file(), "--output=json"));
        words.addAll(arguments);
        int code = line.execute(words.toArray(String[]::new));
        ToldReport told = ToldReport.of(out.toString());
        return new Done(code, told.run(), told.headline(), problems, page(edition, told));
    }

    private static List<Problem> problems(Exception failure) {
        if (failure instanceof UserProblems user) {
            return user.problems();
        }
        if (failure instanceof RunProblem run) {
            return List.of(run.problem());
        }
        LOG.error("unexpected", failure);
        return List.of(new Problem(
                "unexpected",
                failure.getClass().getSimpleName(),
                "this is a fault of Dragoman; nothing is lost. The log of the service has its trace; report it."));
    }

    private static String page(Edition edition, ToldReport told) {
        return !told.page().isEmpty() && Files.exists(edition.reports().resolve(told.page())) ? told.page() : "";
    }

    @Override
    public OptionalLong tokensLeft(Edition edition) {
        return budget(edition).left();
    }

    @Override
    public long tokensSpent(Edition edition) {
        return budget(edition).spentToday();
    }

    private Budget budget(Edition edition) {
        return accounts.of(copy(edition).file().target().baseUrl()).budget();
    }
}
