package io.dragoman.duplicates;

import io.dragoman.model.HumanFact;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * How often a value occurs, so that two people called Smith weigh less than two called Oyelaran. Counts stand in tables of a
 * fixed size: values that meet in one place are counted as one, which only makes an agreement weigh less.
 */
final class Frequencies {
    private static final int PLACES = 1 << 20;
    private static final int SEVERAL = 4;

    /**
     * What is held of a value before any source is seen.
     *
     * @param floor no value is held to be rarer
     * @param seen occurrences that are added to those found, among {@code among} more humans
     */
    private record Prior(double floor, double seen, double among) {}

    private static final Map<HumanFact, Prior> PRIORS = Map.of(
            HumanFact.FIRST_NAME, new Prior(1e-5, 1, 200),
            HumanFact.LAST_NAME, new Prior(1e-5, 1, 1000),
            HumanFact.BORN, new Prior(4e-5, 0.02, 400),
            HumanFact.EMAILS, new Prior(1e-5, 0.05, 500),
            HumanFact.PHONES, new Prior(1e-5, 0.05, 500));

    private final Map<HumanFact, int[]> counts = new EnumMap<>(HumanFact.class);
    private long humans;

    Frequencies() {
        PRIORS.keySet().forEach(fact -> counts.put(fact, new int[PLACES]));
    }

    void add(Profile profile) {
        humans++;
        count(HumanFact.FIRST_NAME, profile.name().first());
        count(HumanFact.LAST_NAME, List.of(profile.last()));
        count(HumanFact.BORN, List.of(String.valueOf(profile.born())));
        count(HumanFact.EMAILS, profile.emails());
        count(HumanFact.PHONES, profile.phones());
    }

    private void count(HumanFact fact, List<String> values) {
        int[] places = places(fact);
        values.forEach(value -> places[place(value)]++);
    }

    private int[] places(HumanFact fact) {
        return Objects.requireNonNull(counts.get(fact));
    }

    /** Whether a first name is one that several bear, so that a slip of the keyboard will hardly have made it. */
    boolean isInUse(String firstName) {
        return places(HumanFact.FIRST_NAME)[place(firstName)] >= SEVERAL;
    }

    private static int place(String value) {
        int hash = value.hashCode() * 0x9E3779B9;
        return hash >>> 12;
    }

    long humans() {
        return humans;
    }

    /** Chance that a stranger has the value which these two share; they themselves do not count. */
    double stranger(HumanFact fact, Profile left, Profile right) {
        List<String> shared = values(fact, left).stream()
                .filter(values(fact, right)::contains)
                .toList();
        return shared.stream()
                .mapToDouble(value -> frequency(fact, value))
                .min()
                .orElse(1);
    }

    private static List<String> values(HumanFact fact, Profile profile) {
        return switch (fact) {
            case FIRST_NAME -> profile.name().first();
            case LAST_NAME -> List.of(profile.last());
            case BORN -> List.of(String.valueOf(profile.born()));
            case EMAILS -> profile.emails();
            case PHONES -> profile.phones();
            default -> List.of();
        };
    }

    private double frequency(HumanFact fact, String value) {
        Prior prior = Objects.requireNonNull(PRIORS.get(fact));
        double others = Math.max(0, places(fact)[place(value)] - 2);
        return Math.max(prior.floor(), (others + prior.seen()) / (humans + prior.among()));
    }
}
