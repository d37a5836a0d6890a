package io.dragoman.console;

import io.dragoman.model.Fate;
import io.dragoman.service.Service;
import io.dragoman.service.Station;
import io.dragoman.service.UnderWay;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How fast orders went until now, so that whoever comes back sees the whole way. A trail that grows long keeps every second point. Kept for
 * what is under way only. Thread-safe.
 */
final class Trails implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Trails.class);
    private static final int SECONDS = 2;
    private static final int MOST = 600;

    private final Service service;
    private final Map<String, List<Point>> trails = new HashMap<>();
    private final Map<String, Integer> pauses = new HashMap<>();
    private final ScheduledExecutorService clock;
    private long turn;

    Trails(Service service) {
        this.service = service;
        this.clock = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "trails");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** @param at seconds since 1970 @param records that have a fate */
    private record Point(long at, long records) {}

    /** Three lists of the same length. */
    record Trail(List<Long> at, List<Long> records, List<Double> rate) {}

    Trails begin() {
        clock.scheduleAtFixedRate(this::look, 0, SECONDS, TimeUnit.SECONDS);
        return this;
    }

    private void look() {
        try {
            Set<String> there = new HashSet<>();
            for (Station station : service.stations()) {
                station.underWay().ifPresent(underWay -> there.add(add(station, underWay)));
            }
            synchronized (this) {
                turn++;
                trails.keySet().retainAll(there);
                pauses.keySet().retainAll(there);
            }
        } catch (RuntimeException e) {
            // A page without its chart is better than no page; a repeating task that throws is never called again.
            LOG.warn("The pace of orders could not be noted ({})", e.getClass().getSimpleName());
        }
    }

    private synchronized String add(Station station, UnderWay underWay) {
        String key = station.name() + "/" + underWay.order();
        int pause = pauses.getOrDefault(key, 1);
        if (turn % pause == 0) {
            List<Point> trail = trails.computeIfAbsent(key, none -> new ArrayList<>());
            trail.add(new Point(
                    Instant.now().getEpochSecond(), records(underWay.progress().counts())));
            if (trail.size() > MOST) {
                List<Point> thinner = new ArrayList<>();
                for (int at = 0; at < trail.size(); at += 2) {
                    thinner.add(trail.get(at));
                }
                trails.put(key, thinner);
                pauses.put(key, pause * 2);
            }
        }
        return key;
    }

    private static long records(Map<String, Map<Fate, Long>> counts) {
        return counts.values().stream()
                .flatMap(fates -> fates.values().stream())
                .mapToLong(Long::longValue)
                .sum();
    }

    synchronized Trail of(String migration, String order) {
        List<Point> points = trails.getOrDefault(migration + "/" + order, List.of());
        List<Double> rates = new ArrayList<>();
        for (int at = 0; at < points.size(); at++) {
            Point before = points.get(Math.max(0, at - 1));
            long seconds = Math.max(1, points.get(at).at() - before.at());
            rates.add((points.get(at).records() - before.records()) / (double) seconds);
        }
        return new Trail(
                points.stream().map(Point::at).toList(),
                points.stream().map(Point::records).toList(),
                rates);
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
