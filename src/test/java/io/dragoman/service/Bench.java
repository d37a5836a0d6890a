package io.dragoman.service;

import io.dragoman.ledger.Ledger;
import io.dragoman.ledger.LedgerAddress;
import io.dragoman.ledger.SealKey;
import io.dragoman.model.Fate;
import io.dragoman.model.Problem;
import io.dragoman.model.UserProblems;
import io.dragoman.run.Follower;
import io.dragoman.run.Stop;
import io.dragoman.run.Tally;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;

/**
 * A workshop with two verbs: {@code work}, which lasts until it is let go or asked to stop, and {@code look}, which does not. A file's first line is
 * its edition, {@code wrong} is none; what stands in the others are the rhythms it is given by the test. Ledgers are real.
 */
final class Bench implements Workshop {
    static final Verb WORK = new Verb("work", "Works.", false, false, List.of(), List.of());
    static final Verb LOOK = new Verb("look", "Looks.", true, false, List.of(), List.of());

    private final Path folder;
    private final Semaphore letGo = new Semaphore(0);
    private final Map<String, Edition> known = new ConcurrentHashMap<>();
    private final List<String> began = new CopyOnWriteArrayList<>();
    private volatile Map<String, Rhythm> rhythms = Map.of();

    Bench(Path folder) {
        this.folder = folder;
    }

    /** From the next edition on, this is the schedule. */
    Bench with(Map<String, Rhythm> schedule) {
        rhythms = schedule;
        return this;
    }

    /** Verbs and editions, in the order in which they were begun. */
    List<String> began() {
        return began;
    }

    /** Lets one order end well. */
    void letOneGo() {
        letGo.release();
    }

    Path file(String name, String edition) throws IOException {
        return Files.writeString(folder.resolve(name + ".migration.yaml"), edition + "\nlimits\n");
    }

    @Override
    public List<Verb> verbs() {
        return List.of(WORK, LOOK);
    }

    @Override
    public Edition accept(Path file) {
        try {
            List<String> lines = Files.readAllLines(file);
            if (lines.get(0).equals("wrong")) {
                throw new UserProblems(List.of(new Problem("wrong", file.getFileName() + ":1:1", "mend it.")));
            }
            String name = file.getFileName().toString().replace(".migration.yaml", "");
            Edition edition = new Edition(
                    lines.get(0), name, file, "http://127.0.0.1:1", lines.get(1), rhythms, folder, List.of(file));
            known.put(file + edition.id(), edition);
            return edition;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Optional<Edition> last(Path file) {
        return Optional.empty();
    }

    @Override
    public Optional<Edition> reopen(Path file, String id) {
        return Optional.ofNullable(known.get(file + id));
    }

    @Override
    public void keepOnly(Path file, Set<String> editions) {
        known.keySet()
                .removeIf(key -> key.startsWith(file.toString())
                        && !editions.contains(key.substring(file.toString().length())));
    }

    @Override
    public Ledger ledger(Edition edition) {
        return Ledger.open(
                new LedgerAddress(
                        "jdbc:hsqldb:file:"
                                + folder.resolve(edition.migration()).resolve("ledger"),
                        "SA",
                        ""),
                edition.migration(),
                SealKey.at(folder.resolve(edition.migration() + ".key")));
    }

    @Override
    public void join(Edition edition, Ledger ledger) {
        // No account is behind this bench.
    }

    @Override
    public Done carryOut(
            Edition edition, Ledger ledger, String verb, List<String> arguments, Stop stop, Follower follower) {
        began.add(verb + " " + edition.id());
        Tally tally = new Tally();
        tally.read();
        tally.count(Fate.CREATED);
        follower.phases("r1", Map.of("client-to-person", 2L));
        follower.phase("r1", "client-to-person", tally);
        try {
            while (verb.equals("work") && !stop.asked()) {
                if (letGo.tryAcquire(10, java.util.concurrent.TimeUnit.MILLISECONDS)) {
                    return new Done(0, "", "worked", List.of(), "");
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return verb.equals("work")
                ? new Done(2, "", "stopped", List.of(), "")
                : new Done(0, "", "looked", List.of(), "");
    }

    @Override
    public OptionalLong tokensLeft(Edition edition) {
        return OptionalLong.empty();
    }

    @Override
    public long tokensSpent(Edition edition) {
        return 0;
    }
}
