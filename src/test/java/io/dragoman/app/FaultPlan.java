package io.dragoman.app;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * What fails while a migration runs, catches up and is taken back.
 *
 * @param lives for each verb the times it is started with faults, and what fails in each; then it is started without any
 */
record FaultPlan(Map<FaultVerb, List<List<Fault>>> lives) {
    private static final int MOST_LIVES = 3;
    private static final int MOST_FAULTS = 4;

    /** How often a run passes by each seam, about; the other verbs do less often, so most faults are put early. */
    private static final Map<FaultKind.Seam, Integer> PASSES = Map.of(
            FaultKind.Seam.REQUEST, 110,
            FaultKind.Seam.COMMIT, 280,
            FaultKind.Seam.LEDGER_READ, 600,
            FaultKind.Seam.FILE, 110);

    static final FaultPlan NONE = new FaultPlan(Map.of());

    /** The same one fault in each of these verbs. */
    static FaultPlan each(Fault fault, List<FaultVerb> verbs) {
        return new FaultPlan(verbs.stream().collect(Collectors.toMap(verb -> verb, verb -> List.of(List.of(fault)))));
    }

    static FaultPlan random(long seed) {
        Random random = new Random(seed * 0x9E3779B97F4A7C15L);
        Map<FaultVerb, List<List<Fault>>> lives = new EnumMap<>(FaultVerb.class);
        for (FaultVerb verb : FaultVerb.values()) {
            List<List<Fault>> ofVerb = new ArrayList<>();
            for (int life = 1 + random.nextInt(MOST_LIVES); life > 0; life--) {
                List<Fault> faults = new ArrayList<>();
                for (int fault = 1 + random.nextInt(MOST_FAULTS); fault > 0; fault--) {
                    faults.add(random(random));
                }
                ofVerb.add(faults);
            }
            lives.put(verb, ofVerb);
        }
        return new FaultPlan(lives);
    }

    private static Fault random(Random random) {
        FaultKind kind = FaultKind.values()[random.nextInt(FaultKind.values().length)];
        double early = random.nextDouble();
        return new Fault(kind, 1 + (long) (PASSES.getOrDefault(kind.seam(), 1) * early * early));
    }

    List<List<Fault>> lives(FaultVerb verb) {
        return lives.getOrDefault(verb, List.of());
    }

    /** Such as {@code RUN=ANSWER_LOST@7,BUSY@9;KILLED_AFTER_COMMIT@3 ROLLBACK=BUSY@1}; lives are parted by a semicolon. */
    static FaultPlan of(String text) {
        Map<FaultVerb, List<List<Fault>>> lives = new EnumMap<>(FaultVerb.class);
        for (String verb : text.strip().split("\\s+")) {
            String[] parts = verb.split("=");
            lives.put(
                    FaultVerb.valueOf(parts[0]),
                    Arrays.stream(parts[1].split(";"))
                            .map(life -> Arrays.stream(life.split(","))
                                    .map(Fault::of)
                                    .toList())
                            .toList());
        }
        return new FaultPlan(lives);
    }

    @Override
    public String toString() {
        return Arrays.stream(FaultVerb.values())
                .filter(lives::containsKey)
                .map(verb -> verb + "="
                        + lives(verb).stream()
                                .map(life -> life.stream().map(Fault::toString).collect(Collectors.joining(",")))
                                .collect(Collectors.joining(";")))
                .collect(Collectors.joining(" "));
    }
}
