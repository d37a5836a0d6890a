package io.dragoman.sandbox;

import java.util.Map;

/**
 * Counts since the start or the last reset. Control requests are not counted.
 *
 * @param requests all arrivals
 * @param refused429 arrivals answered with 429, real and injected
 * @param tokensSpent tokens of every request that was let through, whatever its answer
 * @param writes committed writes by collection and verb, such as {@code persons.create}; also those whose answer was lost
 * @param faults injected faults by kind
 * @param mostInTwoSeconds the largest number of arrivals in any rolling window of two seconds
 * @param requestsPerSecond arrivals divided by the time between the first and the last; 0 with fewer than two arrivals
 */
public record SandboxStats(
        long requests,
        long refused429,
        long tokensSpent,
        Map<String, Long> writes,
        Map<Faults.Kind, Long> faults,
        int mostInTwoSeconds,
        double requestsPerSecond) {}
