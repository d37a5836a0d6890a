package io.dragoman.service;

import io.dragoman.model.Problem;
import io.dragoman.model.RunProblem;
import io.dragoman.run.Stop;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Everything that is served: one station for each migration file, looked after by one thread. Thread-safe. */
public final class Service implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Service.class);
    private static final long LOOK_MILLIS = 1_000;
    private static final long END_MILLIS = 25_000;

    private final Workshop workshop;
    private final Places places;
    private final Stop stop;
    private final Clockwork clockwork;
    private final List<Watch> watches = new CopyOnWriteArrayList<>();
    private final Map<Path, Editor> editors = new LinkedHashMap<>();
    private final Map<String, Station> stations = new LinkedHashMap<>();
    private final Idleness idleness = new Idleness();
    private final Thread looking;

    /**
     * Where migration files are.
     *
     * @param files each served by itself
     * @param folder of which every file named {@code migration.yaml}, or so ending, is served, in its folders too; null for none
     */
    public record Places(List<Path> files, @Nullable Path folder) {
        private static final int DEPTH = 2;

        List<Path> all() {
            List<Path> all = new ArrayList<>(files);
            if (folder != null) {
                try (Stream<Path> found = Files.walk(folder, DEPTH)) {
                    found.filter(file -> file.getFileName().toString().endsWith("migration.yaml"))
                            .filter(Files::isRegularFile)
                            .sorted()
                            .forEach(all::add);
                } catch (IOException | UncheckedIOException e) {
                    LOG.warn("The folder of migrations cannot be read now");
                }
            }
            return all;
        }
    }

    private Service(Workshop workshop, Places places, Stop stop, Clock clock) {
        this.workshop = workshop;
        this.places = places;
        this.stop = stop;
        this.clockwork = new Clockwork(clock);
        this.looking = new Thread(this::look, "service");
        this.looking.setDaemon(true);
    }

    /** Serves these places until the stop is asked for. @param watches told of everything from the beginning */
    public static Service open(Workshop workshop, Places places, Stop stop, Clock clock, List<Watch> watches) {
        Service service = new Service(workshop, places, stop, clock);
        service.watches.addAll(watches);
        service.find();
        service.looking.start();
        return service;
    }

    /** All migrations that are served, in the order of their files. */
    public List<Station> stations() {
        synchronized (stations) {
            return List.copyOf(stations.values());
        }
    }

    public Optional<Station> station(String migration) {
        synchronized (stations) {
            return Optional.ofNullable(stations.get(migration));
        }
    }

    /** What keeps migration files from being served, by file. */
    public Map<Path, List<Problem>> notServed() {
        synchronized (editors) {
            Map<Path, List<Problem>> bad = new LinkedHashMap<>();
            editors.values().stream()
                    .filter(editor -> editor.station() == null)
                    .forEach(editor -> bad.put(editor.file(), editor.problems()));
            return bad;
        }
    }

    public List<Verb> verbs() {
        return workshop.verbs();
    }

    public Optional<Verb> verb(String name) {
        return workshop.verbs().stream()
                .filter(verb -> verb.name().equals(name))
                .findFirst();
    }

    /** What is known of accounts. */
    public Workshop workshop() {
        return workshop;
    }

    /** Whether it takes orders. */
    public boolean isOpen() {
        return !stop.asked();
    }

    private void look() {
        while (!stop.asked()) {
            try {
                TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
                find();
                edit();
                stations().forEach(this::lookAfter);
                idleness.look(stations().stream()
                        .anyMatch(station -> station.underWay().isPresent()));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RunProblem problem) {
                LOG.warn("{}", problem.problem());
            } catch (RuntimeException fault) {
                LOG.error("unexpected: {}", fault.getClass().getSimpleName(), fault);
            }
        }
    }

    private void lookAfter(Station station) {
        try {
            clockwork.look(station, workshop.verbs());
        } catch (RunProblem problem) {
            LOG.warn("{}: {}", station.name(), problem.problem());
            station.ledger().mend();
        }
    }

    /** New files are served, files that could not be are tried again once they are edited, and those that are gone are served no more. */
    private void find() {
        List<Path> files = places.all();
        synchronized (editors) {
            files.stream().filter(file -> !editors.containsKey(file)).forEach(file -> {
                Editor editor = new Editor(workshop, file);
                editors.put(file, editor);
                serve(editor);
            });
            editors.values().stream()
                    .filter(editor -> editor.station() == null && editor.hasEdits())
                    .forEach(this::serve);
            editors.values().removeIf(editor -> !files.contains(editor.file()) && retire(editor));
        }
    }

    private void edit() {
        synchronized (editors) {
            editors.values().stream()
                    .filter(editor -> editor.station() != null && editor.hasEdits())
                    .forEach(Editor::read);
        }
    }

    private void serve(Editor editor) {
        editor.first().ifPresent(edition -> {
            Optional<Problem> conflict = conflict(edition);
            if (conflict.isPresent()) {
                editor.cannotServe(List.of(conflict.get()));
                return;
            }
            try {
                Station station = new Station(workshop, edition, stop, watch());
                synchronized (stations) {
                    stations.put(edition.migration(), station);
                }
                editor.serve(station);
                watch().served(station);
                station.begin();
            } catch (RunProblem problem) {
                LOG.warn("{}", problem.problem());
                editor.cannotServe(List.of(problem.problem()));
            }
        });
    }

    private Optional<Problem> conflict(Edition edition) {
        String place = edition.file().getFileName().toString();
        for (Station other : stations()) {
            if (other.name().equals(edition.migration())) {
                return Optional.of(new Problem(
                        "migration-served-twice", place, "another file has this migration's name. Rename one."));
            }
            if (other.edition().account().equals(edition.account())
                    && !other.edition().limits().equals(edition.limits())) {
                return Optional.of(new Problem(
                        "account-told-twice",
                        place,
                        "it tells other limits of its account than " + other.name() + " does. Make plan, seats, reserve"
                                + " and days the same in both."));
            }
        }
        return Optional.empty();
    }

    /** A migration whose file is gone stays as long as something is under way. */
    private boolean retire(Editor editor) {
        Station station = editor.station();
        if (station == null) {
            return true;
        }
        if (station.underWay().isPresent()) {
            return false;
        }
        synchronized (stations) {
            stations.remove(station.name());
        }
        watch().gone(station);
        station.close();
        return true;
    }

    private Watch watch() {
        return new Watches(watches);
    }

    /** Lets no further order begin, waits for those under way, and lets go of the ledgers. */
    @Override
    public void close() {
        stop.ask();
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(END_MILLIS);
        try {
            looking.join(END_MILLIS / 2);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        for (Station station : stations()) {
            station.close(Math.max(0, TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime())));
            watch().gone(station);
        }
    }
}
