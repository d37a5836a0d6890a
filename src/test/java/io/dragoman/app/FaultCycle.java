package io.dragoman.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** A migration from nothing to nothing: run, some days later run again, taken back; with faults in each, and checked after each. */
final class FaultCycle {
    private final FaultOffice office;
    private final Path folder;
    private final Map<FaultVerb, FaultCheck.Left> undisturbed = new EnumMap<>(FaultVerb.class);
    private final Map<FaultVerb, Map<FaultKind.Seam, Long>> passes = new EnumMap<>(FaultVerb.class);

    /** Goes through a cycle without faults, to know what must come out of all others. */
    FaultCycle(FaultOffice office, Path folder) {
        this.office = office;
        this.folder = folder;
        on(ground -> {
            for (FaultVerb verb : FaultVerb.values()) {
                ground.undisturbed(verb, engine -> {
                    verb.go(engine, FaultGround.quiet());
                    undisturbed.put(verb, new FaultCheck(ground, engine).left());
                });
                Map<FaultKind.Seam, Long> seams = new EnumMap<>(FaultKind.Seam.class);
                for (FaultKind.Seam seam : FaultKind.Seam.values()) {
                    seams.put(seam, ground.passes(seam));
                }
                passes.put(verb, seams);
            }
        });
    }

    /** How often an undisturbed verb comes by each seam. */
    Map<FaultVerb, Map<FaultKind.Seam, Long>> passes() {
        return passes;
    }

    /** What an undisturbed verb leaves. */
    FaultCheck.Left undisturbed(FaultVerb verb) {
        return Objects.requireNonNull(undisturbed.get(verb));
    }

    /**
     * Carries out a plan.
     *
     * @return which of its faults were met, by verb
     * @throws AssertionError when something was lost, done twice, or ended without a code
     */
    Map<FaultVerb, List<Fault>> go(FaultPlan plan) {
        Map<FaultVerb, List<Fault>> met = new EnumMap<>(FaultVerb.class);
        on(ground -> {
            for (FaultVerb verb : FaultVerb.values()) {
                List<Fault> ofVerb = new ArrayList<>();
                for (List<Fault> life : plan.lives(verb)) {
                    ofVerb.addAll(ground.live(verb, life).met());
                }
                met.put(verb, ofVerb);
                boolean late = ofVerb.stream().anyMatch(fault -> fault.kind() == FaultKind.REQUEST_LATE);
                ground.undisturbed(verb, engine -> recover(verb, ground, engine, late));
            }
        });
        return met;
    }

    /**
     * Carries out a plan of which no verb is started again before the next one, as when somebody gives a migration up: whatever a
     * run and a delta left half done, the rollback leaves nothing. What comes later than anybody waits for is left out, as nobody
     * looks for it any more.
     */
    Map<FaultVerb, List<Fault>> giveUp(FaultPlan plan) {
        Map<FaultVerb, List<Fault>> met = new EnumMap<>(FaultVerb.class);
        on(ground -> {
            for (FaultVerb verb : FaultVerb.values()) {
                List<Fault> ofVerb = new ArrayList<>();
                for (List<Fault> life : plan.lives(verb)) {
                    ofVerb.addAll(ground.live(
                                    verb,
                                    life.stream()
                                            .filter(fault -> fault.kind() != FaultKind.REQUEST_LATE)
                                            .toList())
                            .met());
                }
                met.put(verb, ofVerb);
            }
            ground.undisturbed(FaultVerb.ROLLBACK, engine -> recover(FaultVerb.ROLLBACK, ground, engine, false));
        });
        return met;
    }

    private void recover(FaultVerb verb, FaultGround ground, Engine engine, boolean late) {
        verb.go(engine, FaultGround.quiet());
        if (late) {
            // What was late comes while the first of these looks; the next one finds it.
            verb.go(engine, FaultGround.quiet());
        }
        check(verb, ground, engine);
        long before = writes(ground);
        verb.go(engine, FaultGround.quiet());
        assertThat(writes(ground) - before).as("writes of one more " + verb).isZero();
    }

    private void check(FaultVerb verb, FaultGround ground, Engine engine) {
        FaultCheck check = new FaultCheck(ground, engine);
        if (verb == FaultVerb.ROLLBACK) {
            check.nothingLeft();
        } else {
            check.same(undisturbed(verb));
        }
        check.ledger();
    }

    private static long writes(FaultGround ground) {
        return ground.sandbox().stats().writes().values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    private interface Work {
        void on(FaultGround ground);
    }

    private void on(Work work) {
        try {
            Path own = Files.createTempDirectory(folder, "cycle");
            try (FaultGround ground = FaultGround.open(office, own)) {
                work.on(ground);
            } finally {
                delete(own);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(one);
            }
        }
    }
}
