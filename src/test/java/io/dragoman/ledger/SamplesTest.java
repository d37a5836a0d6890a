package io.dragoman.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Samples: their records, their steps, and on which of them a run may rest. */
final class SamplesTest extends OnBothDatabases {
    private static final Map<String, Set<String>> KEYS =
            Map.of(PEOPLE, Set.of("7", "8"), "appointment-to-activity", Set.of("7"));
    private static final Samples.Chosen CHOSEN = new Samples.Chosen(KEYS, "lines 12 of 12", true);

    @Test
    void a_sample_that_was_interrupted_is_found_with_its_records_and_its_step() {
        Sample begun = ledger.samples().begin(run, "basis-1", Sample.Ending.REHEARSE, CHOSEN);
        ledger.samples().step(begun, Sample.Step.TAKEN_BACK);
        reopen();
        Sample found = ledger.samples().open().orElseThrow();
        assertThat(found.id()).isEqualTo("s1");
        assertThat(found.ending()).isEqualTo(Sample.Ending.REHEARSE);
        assertThat(found.step()).isEqualTo(Sample.Step.TAKEN_BACK);
        assertThat(found.coverage()).isEqualTo("lines 12 of 12");
        assertThat(found.passed()).isNull();
        assertThat(ledger.samples().keys(found)).isEqualTo(KEYS);
    }

    @Test
    void only_the_last_finished_sample_on_the_same_basis_speaks_for_a_run() {
        Sample passed = ledger.samples().begin(run, "basis-1", Sample.Ending.KEEP, CHOSEN);
        ledger.samples().judge(passed, 100, 100, true, "");
        assertThat(ledger.samples().finished("basis-1")).isEmpty();
        ledger.samples().end(passed);
        assertThat(ledger.samples().finished("basis-1")).hasValueSatisfying(sample -> {
            assertThat(sample.hasPassed()).isTrue();
            assertThat(sample.compared()).isEqualTo(100);
        });
        assertThat(ledger.samples().finished("basis-2")).isEmpty();
        assertThat(ledger.samples().open()).isEmpty();

        Sample failed = ledger.samples().begin(run, "basis-1", Sample.Ending.KEEP, CHOSEN);
        ledger.samples().judge(failed, 100, 90, false, "90.00 % of the fields came back as expected.");
        ledger.samples().end(failed);
        assertThat(ledger.samples().finished("basis-1").orElseThrow().hasPassed())
                .isFalse();
        assertThat(ledger.samples().latest().orElseThrow().id()).isEqualTo("s2");
    }

    @Test
    void the_runs_of_a_sample_are_the_sample_runs_since_it_was_begun() {
        ledger.runs().start(RunMode.SAMPLE, "hash");
        String first = ledger.runs().start(RunMode.SAMPLE, "hash").id();
        Sample sample = ledger.samples().begin(first, "basis-1", Sample.Ending.KEEP, CHOSEN);
        ledger.runs().start(RunMode.ROLLBACK, first);
        String second = ledger.runs().start(RunMode.SAMPLE, "hash").id();
        assertThat(ledger.samples().runs(sample)).containsExactly(first, second);
    }
}
