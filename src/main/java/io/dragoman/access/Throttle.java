package io.dragoman.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Makes guessing slow: after a few failures in a row a name, and an address, has to wait, longer each time. A person who mistypes twice
 * notices nothing. Thread-safe.
 */
final class Throttle {
    private static final int FREE_BY_NAME = 5;
    private static final int FREE_BY_ADDRESS = 20;
    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final int MOST_DOUBLINGS = 8;
    private static final int MOST = 10_000;

    private final Clock clock;
    private final Map<String, Failures> failures = new HashMap<>();

    Throttle(Clock clock) {
        this.clock = clock;
    }

    private record Failures(int count, Instant last, Instant until) {}

    /** How long to wait before the next try; zero for none. */
    synchronized Duration pause(String name, String address) {
        Instant now = clock.instant();
        Duration byName = left("name " + name, now);
        Duration byAddress = left("address " + address, now);
        return byName.compareTo(byAddress) > 0 ? byName : byAddress;
    }

    private Duration left(String key, Instant now) {
        Failures known = failures.get(key);
        return known == null || !known.until().isAfter(now) ? Duration.ZERO : Duration.between(now, known.until());
    }

    synchronized void failed(String name, String address) {
        Instant now = clock.instant();
        if (failures.size() >= MOST) {
            failures.values().removeIf(known -> known.last().plus(LONGEST).isBefore(now));
        }
        if (failures.size() < MOST || failures.containsKey("name " + name)) {
            count("name " + name, FREE_BY_NAME, now);
        }
        count("address " + address, FREE_BY_ADDRESS, now);
    }

    private void count(String key, int free, Instant now) {
        Failures known = failures.get(key);
        int before = known == null || known.last().plus(LONGEST.multipliedBy(2)).isBefore(now) ? 0 : known.count();
        int count = before + 1;
        int over = Math.min(count - free, MOST_DOUBLINGS);
        Duration pause = over < 0 ? Duration.ZERO : FIRST.multipliedBy(1L << over);
        failures.put(key, new Failures(count, now, now.plus(pause.compareTo(LONGEST) > 0 ? LONGEST : pause)));
    }

    /** The name's failures are forgotten; those of the address are not, or one known password would open it to guessing. */
    synchronized void succeeded(String name) {
        failures.remove("name " + name);
    }
}
