package io.dragoman.service;

import io.dragoman.ledger.Order;
import io.dragoman.ledger.OrderState;
import io.dragoman.model.RunProblem;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** What the service counts and measures, in the form of Prometheus. Names of migrations, mappings and fates, and no value of a record. */
public final class Metrics implements Watch {
    private static final Duration[] BUCKETS = {
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofSeconds(2),
        Duration.ofSeconds(5),
        Duration.ofSeconds(10),
        Duration.ofSeconds(30)
    };

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Map<String, List<Meter>> ofMigrations = new ConcurrentHashMap<>();
    private final Map<String, Station> stations = new ConcurrentHashMap<>();
    private final Map<String, Long> counted = new HashMap<>();

    public Metrics() {
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
    }

    /** A request to an account is over. @param status 0 when no answer came */
    public void request(String account, String port, int status, Duration took) {
        Timer.builder("dragoman.requests")
                .description("Requests to the account, from leaving to answer; status 0 where none came.")
                .tags("account", account, "port", port, "status", String.valueOf(status))
                .serviceLevelObjectives(BUCKETS)
                .register(registry)
                .record(took);
        if (status == 429) {
            Counter.builder("dragoman.requests.refused")
                    .description("Requests that the account refused for coming too soon, or because its day is spent.")
                    .tags("account", account)
                    .register(registry)
                    .increment();
        }
    }

    /** Everything as Prometheus reads it. */
    public String text() {
        stations.values().forEach(station -> station.underWay().ifPresent(now -> count(station, now)));
        return registry.scrape();
    }

    @Override
    public void served(Station station) {
        String name = station.name();
        stations.put(name, station);
        List<Meter> meters = new ArrayList<>();
        gauge(meters, name, "dragoman.in.doubt", "Writes without a receipt.", () -> inDoubt(station));
        gauge(meters, name, "dragoman.quarantine", "Records set aside.", () -> quarantine(station));
        gauge(meters, name, "dragoman.orders.waiting", "Orders that wait for their turn.", () -> waiting(station));
        gauge(
                meters,
                name,
                "dragoman.running",
                "1 while an order is under way.",
                () -> station.underWay().isPresent() ? 1 : 0);
        gauge(
                meters,
                name,
                "dragoman.waiting.for.budget",
                "1 while a run waits for tokens.",
                () -> waitsForTokens(station));
        gauge(
                meters,
                name,
                "dragoman.edit.refused",
                "1 while the files as they are do not hold together.",
                () -> station.badEdit().isEmpty() ? 0 : 1);
        gauge(meters, name, "dragoman.lag.seconds", "Since the source was last brought over.", () -> lag(station));
        gauge(
                meters,
                name,
                "dragoman.time.left.seconds",
                "Of the run under way, as fast as until now.",
                () -> left(station));
        gauge(
                meters,
                name,
                "dragoman.tokens.left",
                "Tokens of the account's day left to us.",
                () -> station.tokensLeft().isPresent() ? station.tokensLeft().getAsLong() : Double.NaN);
        gauge(
                meters,
                name,
                "dragoman.tokens.spent.today",
                "Tokens of the account's day spent here.",
                station::tokensSpent);
        ofMigrations.put(name, meters);
    }

    @Override
    public void gone(Station station) {
        stations.remove(station.name());
        List<Meter> meters = ofMigrations.remove(station.name());
        if (meters != null) {
            meters.forEach(registry::remove);
        }
    }

    @Override
    public void changed(Station station, Order order) {
        if (order.state().isOver()) {
            Counter.builder("dragoman.orders.ended")
                    .description("Orders that are over, by how they ended.")
                    .tags(
                            "migration",
                            station.name(),
                            "verb",
                            order.verb(),
                            "state",
                            order.state().word())
                    .register(registry)
                    .increment();
        }
    }

    @Override
    public void ending(Station station, UnderWay over) {
        count(station, over);
        synchronized (counted) {
            counted.keySet().removeIf(key -> key.startsWith(station.name() + " " + over.order() + " "));
        }
    }

    /** Counts what happened since the last look. */
    private void count(Station station, UnderWay now) {
        synchronized (counted) {
            now.counted()
                    .forEach((mapping, fates) -> fates.forEach((fate, count) -> {
                        String key = String.join(" ", station.name(), now.order(), mapping, fate.word());
                        long more = count - counted.getOrDefault(key, 0L);
                        counted.put(key, count);
                        Counter.builder("dragoman.records")
                                .description("Records by what became of them.")
                                .tags("migration", station.name(), "mapping", mapping, "fate", fate.word())
                                .register(registry)
                                .increment(Math.max(0, more));
                    }));
        }
    }

    private void gauge(List<Meter> meters, String migration, String name, String about, Supplier<Number> value) {
        meters.add(Gauge.builder(name, () -> safely(value))
                .description(about)
                .tags(Tags.of("migration", migration))
                .register(registry));
    }

    /** A ledger that cannot be read has no figures, and the others still do. */
    private static Number safely(Supplier<Number> value) {
        try {
            return value.get();
        } catch (RunProblem unreadable) {
            return Double.NaN;
        }
    }

    private static Number inDoubt(Station station) {
        return station.read(ledger -> ledger.writes().open(null).size());
    }

    private static Number quarantine(Station station) {
        return station.read(ledger -> ledger.quarantine().countsByCode()).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    private static Number waiting(Station station) {
        return station.read(ledger -> ledger.orders().counts()).getOrDefault(OrderState.WAITING, 0L);
    }

    private static Number waitsForTokens(Station station) {
        return station.state().equals(io.dragoman.ledger.RunState.WAITING_FOR_BUDGET.word()) ? 1 : 0;
    }

    private static Number lag(Station station) {
        return station
                .read(ledger -> List.of(
                        ledger.orders().lastDone("delta"), ledger.orders().lastDone("run")))
                .stream()
                .flatMap(order -> order.stream())
                .map(Order::started)
                .mapToLong(started -> Duration.between(started, Instant.now()).toSeconds())
                .min()
                .stream()
                .mapToObj(seconds -> (Number) seconds)
                .findFirst()
                .orElse(Double.NaN);
    }

    private static Number left(Station station) {
        return station.underWay()
                .map(UnderWay::progress)
                .map(UnderWay.Progress::left)
                .map(left -> (Number) left.toSeconds())
                .orElse(Double.NaN);
    }
}
