package io.dragoman.service;

import io.dragoman.model.Fate;
import io.dragoman.run.Follower;
import io.dragoman.run.Stop;
import io.dragoman.run.Tally;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** An order that is being carried out: how far it is, and how to end it early. Thread-safe. */
public final class UnderWay implements Follower {
    private final String order;
    private final Stop stop;
    private final Instant began = Instant.now();
    private volatile @Nullable Ending ending;
    private volatile String step = "";
    private volatile String run = "";
    private volatile String mapping = "";
    private volatile long total;
    private volatile LongSupplier done = () -> 0;
    private volatile Instant stepBegan = began;
    private final Map<String, Long> phases = new LinkedHashMap<>();
    private final Map<String, Tally> tallies = new LinkedHashMap<>();
    private final Map<String, Map<Fate, Long>> before = new LinkedHashMap<>();

    /** Why a person ends an order early. */
    enum Ending {
        PAUSE,
        STOP
    }

    UnderWay(String order, Stop service) {
        this.order = order;
        this.stop = new Stop(service);
    }

    /**
     * How far an order is.
     *
     * @param step what it is at, such as a mapping's title
     * @param total records of this step; 0 when nobody knows
     * @param counts fates by mapping, of the phases begun
     * @param perSecond records of this step in a second
     * @param left of all phases, as fast as until now; null when nobody knows
     */
    public record Progress(
            String order,
            String run,
            String mapping,
            String step,
            long done,
            long total,
            Map<String, Map<Fate, Long>> counts,
            double perSecond,
            @Nullable Duration left) {}

    public String order() {
        return order;
    }

    Stop stop() {
        return stop;
    }

    @Nullable
    Ending ending() {
        return ending;
    }

    void end(Ending why) {
        ending = why;
        stop.ask();
    }

    @Override
    public void step(String title, long records, LongSupplier counted) {
        step = title;
        total = records;
        done = counted;
        stepBegan = Instant.now();
        mapping = "";
    }

    @Override
    public synchronized void phases(String ofRun, Map<String, Long> records) {
        run = ofRun;
        phases.clear();
        phases.putAll(records);
        tallies.forEach(this::keep);
        tallies.clear();
    }

    @Override
    public synchronized void phase(String ofRun, String of, Tally tally) {
        run = ofRun;
        mapping = of;
        Tally again = tallies.put(of, tally);
        if (again != null) {
            keep(of, again);
        }
    }

    private void keep(String of, Tally tally) {
        Map<Fate, Long> kept = before.computeIfAbsent(of, name -> new EnumMap<>(Fate.class));
        tally.counts().forEach((fate, count) -> kept.merge(fate, count, Long::sum));
    }

    /** Everything counted until now, what was counted before a wait too. */
    synchronized Map<String, Map<Fate, Long>> counted() {
        Map<String, Map<Fate, Long>> all = new LinkedHashMap<>();
        before.forEach((name, counts) -> all.put(name, filled(counts)));
        tallies.forEach((name, tally) -> {
            Map<Fate, Long> sum = all.computeIfAbsent(name, one -> new EnumMap<>(Fate.class));
            tally.counts().forEach((fate, count) -> sum.merge(fate, count, Long::sum));
        });
        return all;
    }

    /** How far it is now. */
    public synchronized Progress progress() {
        long counted = done.getAsLong();
        double seconds =
                Math.max(0.001, Duration.between(stepBegan, Instant.now()).toMillis() / 1000.0);
        Map<String, Map<Fate, Long>> counts = new LinkedHashMap<>();
        tallies.forEach((name, tally) -> counts.put(name, filled(tally.counts())));
        return new Progress(order, run, mapping, step, counted, total, counts, counted / seconds, left());
    }

    private static Map<Fate, Long> filled(Map<Fate, Long> counts) {
        Map<Fate, Long> all = new EnumMap<>(Fate.class);
        all.putAll(counts);
        return all;
    }

    private @Nullable Duration left() {
        long travelled = tallies.values().stream().mapToLong(Tally::records).sum();
        long rest = phases.entrySet().stream()
                .mapToLong(phase -> {
                    Tally tally = tallies.get(phase.getKey());
                    return Math.max(0, phase.getValue() - (tally == null ? 0 : tally.records()));
                })
                .sum();
        long millis = Duration.between(began, Instant.now()).toMillis();
        return phases.isEmpty() || travelled == 0 ? null : Duration.ofMillis(rest * millis / travelled);
    }
}
