package io.dragoman.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.dragoman.model.Problem;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class QuarantineTest extends OnBothDatabases {
    private static final Problem UNKNOWN = new Problem("value-not-mapped", "patient-to-person.yaml:34", "Add it.");

    @Test
    void the_same_reason_seen_again_is_counted_not_doubled() {
        ledger.quarantine().setAside(run, PEOPLE, "p-1", UNKNOWN, "print-1");
        ledger.quarantine()
                .setAside(run, PEOPLE, "p-1", new Problem("value-not-mapped", "elsewhere", "Add it now."), "print-2");
        assertThat(ledger.quarantine().open(10, null)).singleElement().satisfies(entry -> {
            assertThat(entry.times()).isEqualTo(2);
            assertThat(entry.problem().place()).isEqualTo("elsewhere");
            assertThat(entry.fingerprint()).isEqualTo("print-2");
        });
    }

    @Test
    void another_reason_is_another_entry() {
        ledger.quarantine().setAside(run, PEOPLE, "p-1", UNKNOWN, null);
        ledger.quarantine().setAside(run, PEOPLE, "p-1", new Problem("link-missing", "", "Wait."), null);
        ledger.quarantine().setAside(run, PEOPLE, "p-2", UNKNOWN, null);
        assertThat(ledger.quarantine().open(10, "link-missing")).hasSize(1);
        assertThat(ledger.quarantine().open(2, null)).hasSize(2);
        assertThat(ledger.quarantine().countsByCode()).isEqualTo(Map.of("value-not-mapped", 2L, "link-missing", 1L));
    }

    @Test
    void a_new_reason_closes_the_one_of_an_earlier_run() {
        ledger.quarantine().setAside(run, PEOPLE, "p-1", UNKNOWN, null);
        String later = ledger.runs().start(RunMode.REPLAY, "hash-1").id();
        ledger.quarantine().setAside(later, PEOPLE, "p-1", new Problem("link-missing", "", "Wait."), null);
        assertThat(ledger.quarantine().open(10, null))
                .extracting(entry -> entry.problem().code())
                .containsExactly("link-missing");
        assertThat(ledger.quarantine().find("p-1"))
                .extracting(Quarantine.Entry::resolvedBy)
                .containsExactly("r2: now link-missing", null);
    }

    @Test
    void open_entries_are_found_by_code_and_mapping() {
        ledger.quarantine().setAside(run, PEOPLE, "p-1", UNKNOWN, null);
        ledger.quarantine().setAside(run, "plan-to-deal", "d-1", UNKNOWN, null);
        ledger.quarantine().setAside(run, PEOPLE, "p-2", new Problem("link-missing", "", "Wait."), null);
        assertThat(ledger.quarantine().open(10, null, PEOPLE)).hasSize(2);
        assertThat(ledger.quarantine().open(10, "link-missing", PEOPLE)).hasSize(1);
        assertThat(ledger.quarantine().open(10, "link-missing", "plan-to-deal")).isEmpty();
        assertThat(ledger.quarantine().openKeys(PEOPLE, "link-missing")).containsExactly("p-2");
        assertThat(ledger.quarantine().openKeys(PEOPLE)).containsExactlyInAnyOrder("p-1", "p-2");
    }

    @Test
    void a_resolved_record_can_be_set_aside_anew() {
        ledger.quarantine().setAside(run, PEOPLE, "p-1", UNKNOWN, null);
        ledger.quarantine().resolve(PEOPLE, "p-1", "r2");
        assertThat(ledger.quarantine().isOpen(PEOPLE, "p-1")).isFalse();
        ledger.quarantine().resolve(PEOPLE, "p-1", "r3");
        ledger.quarantine().setAside(run, PEOPLE, "p-1", UNKNOWN, null);
        assertThat(ledger.quarantine().isOpen(PEOPLE, "p-1")).isTrue();
        assertThat(ledger.quarantine().find("p-1"))
                .extracting(Quarantine.Entry::resolvedBy)
                .containsExactly("r2", null);
    }

    @Test
    void many_callers_make_one_entry_together() {
        inParallel(64, i -> ledger.quarantine().setAside(run, PEOPLE, "p-1", UNKNOWN, null));
        assertThat(ledger.quarantine().open(10, null))
                .singleElement()
                .satisfies(entry -> assertThat(entry.times()).isEqualTo(64));
    }

    @Test
    void words_too_long_for_the_ledger_are_cut_and_no_reason_to_fail() {
        Problem wordy = new Problem("odd", "p".repeat(3000), "a\0".repeat(20000));
        ledger.quarantine().setAside(run, PEOPLE, "k".repeat(1000), wordy, null);
        assertThat(ledger.quarantine().isOpen(PEOPLE, "k".repeat(1000))).isTrue();
        assertThat(ledger.quarantine().find("k".repeat(1000))).hasSize(1);
    }
}
