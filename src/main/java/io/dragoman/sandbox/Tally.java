package io.dragoman.sandbox;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;

/** Counts what happens: arrivals, refusals, writes and faults. */
final class Tally {
    private final AtomicLong requests = new AtomicLong();
    private final AtomicLong writeRequests = new AtomicLong();
    private final AtomicLong refused429 = new AtomicLong();
    private final Map<String, Long> writes = new TreeMap<>();
    private final Map<Faults.Kind, Long> faults = new EnumMap<>(Faults.Kind.class);
    private long firstNanos;
    private long lastNanos;

    synchronized long arrive() {
        lastNanos = System.nanoTime();
        if (requests.get() == 0) {
            firstNanos = lastNanos;
        }
        return requests.incrementAndGet();
    }

    long arriveWriting() {
        return writeRequests.incrementAndGet();
    }

    /** Number of the last write that arrived. */
    long writing() {
        return writeRequests.get();
    }

    void refused() {
        refused429.incrementAndGet();
    }

    synchronized void committed(Route route) {
        String verb = switch (route.method()) {
            case "POST" -> "create";
            case "DELETE" -> "delete";
            default -> "update";
        };
        writes.merge(route.collection() + "." + verb, 1L, Long::sum);
    }

    synchronized void injected(Faults.Kind kind) {
        faults.merge(kind, 1L, Long::sum);
    }

    synchronized SandboxStats stats(long tokens, int most) {
        double seconds = (lastNanos - firstNanos) / 1e9;
        double rate = seconds > 0 ? requests.get() / seconds : 0;
        return new SandboxStats(
                requests.get(), refused429.get(), tokens, Map.copyOf(writes), Map.copyOf(faults), most, rate);
    }

    synchronized void reset() {
        requests.set(0);
        writeRequests.set(0);
        refused429.set(0);
        writes.clear();
        faults.clear();
    }
}
