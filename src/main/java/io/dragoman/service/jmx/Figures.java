package io.dragoman.service.jmx;

import io.dragoman.model.Fate;
import io.dragoman.service.UnderWay;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** How far an order is, in numbers that are -1 when nobody knows. */
final class Figures {
    private static final long UNKNOWN = -1;

    private Figures() {}

    static String phase(Optional<UnderWay> now) {
        return now.map(UnderWay::progress).map(UnderWay.Progress::step).orElse("");
    }

    static long done(Optional<UnderWay> now) {
        return now.map(UnderWay::progress).map(UnderWay.Progress::done).orElse(0L);
    }

    static long total(Optional<UnderWay> now) {
        return now.map(UnderWay::progress).map(UnderWay.Progress::total).orElse(0L);
    }

    static double perSecond(Optional<UnderWay> now) {
        return now.map(UnderWay::progress).map(UnderWay.Progress::perSecond).orElse(0.0);
    }

    static long secondsLeft(Optional<UnderWay> now) {
        return now.map(UnderWay::progress)
                .map(UnderWay.Progress::left)
                .map(left -> left.toSeconds())
                .orElse(UNKNOWN);
    }

    static Map<String, Long> byFate(Map<String, Map<Fate, Long>> counts) {
        Map<String, Long> sums = new TreeMap<>();
        counts.values().forEach(fates -> fates.forEach((fate, count) -> sums.merge(fate.word(), count, Long::sum)));
        return sums;
    }
}
