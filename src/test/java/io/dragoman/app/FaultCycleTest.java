package io.dragoman.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever fails while sixty records of all kinds move in, change and are taken back, nothing is lost and nothing is there
 * twice. A few of the faults; {@code bench/faults.sh} tries every one at every pass, and hundreds of seeds.
 */
class FaultCycleTest {
    private static FaultOffice office;
    private static FaultCycle cycle;

    @BeforeAll
    static void an_undisturbed_cycle_shows_what_must_come_out(@TempDir Path folder) {
        office = FaultOffice.open(folder.resolve("office"));
        cycle = new FaultCycle(office, folder);
    }

    @Test
    void one_fault_of_each_kind_changes_nothing_in_the_end() {
        Map<FaultVerb, List<List<Fault>>> lives = new EnumMap<>(FaultVerb.class);
        FaultVerb[] verbs = FaultVerb.values();
        for (FaultKind kind : FaultKind.values()) {
            FaultVerb verb =
                    kind.seam() == FaultKind.Seam.FILE ? FaultVerb.DELTA : verbs[kind.ordinal() % verbs.length];
            lives.computeIfAbsent(verb, any -> new ArrayList<>()).add(List.of(new Fault(kind, 12 + kind.ordinal())));
        }
        long met = cycle.go(new FaultPlan(lives)).values().stream()
                .mapToLong(List::size)
                .sum();
        assertThat(met).as("faults that were met").isGreaterThan(FaultKind.values().length / 2);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2})
    void several_faults_change_nothing_in_the_end(long seed) {
        FaultPlan plan = FaultPlan.random(seed);
        assertThat(FaultPlan.of(plan.toString())).isEqualTo(plan);
        assertThat(cycle.go(plan)).as(plan.toString()).isNotEmpty();
    }

    /** Each lost, doubled or kept something once. */
    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "RUN=REQUEST_LATE@81", // arrives while it is sent again, and is refused for that
                "DELTA=AWAY@43,ANSWER_HALF@38" // sent again in vain, after it was carried out in part
            })
    void what_was_found_once_stays_found(String plan) {
        assertThat(cycle.go(FaultPlan.of(plan)).values().stream().flatMap(List::stream))
                .isNotEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"RUN=KILLED_AFTER_REQUEST@12", "RUN=ANSWER_HALF@71,KILLED_AFTER_REQUEST@74"})
    void a_migration_that_is_given_up_half_done_is_taken_back_whole(String plan) {
        assertThat(cycle.giveUp(FaultPlan.of(plan)).get(FaultVerb.RUN)).isNotEmpty();
    }

    @Test
    void a_record_more_in_the_account_is_seen(@TempDir Path folder) {
        try (FaultGround ground = FaultGround.open(office, folder)) {
            ground.undisturbed(FaultVerb.RUN, engine -> {
                FaultVerb.RUN.go(engine, FaultGround.quiet());
                FaultCheck check = new FaultCheck(ground, engine);
                check.same(cycle.undisturbed(FaultVerb.RUN));
                check.ledger();
                ground.makeAda();
                assertThatThrownBy(() -> check.same(cycle.undisturbed(FaultVerb.RUN)))
                        .hasMessageContaining("0 / 1 persons");
                assertThatThrownBy(check::ledger).hasMessageContaining("contact-to-person");
            });
        }
    }
}
