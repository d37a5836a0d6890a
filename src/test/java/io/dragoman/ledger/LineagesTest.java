package io.dragoman.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.dragoman.model.TargetId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LineagesTest extends OnBothDatabases {
    @Test
    void a_record_to_look_at_again_is_named_until_it_is_written() {
        settled("p-1", "1");
        settled("p-2", "2");
        ledger.lineages().lookAgain(PEOPLE, "p-2");
        assertThat(ledger.lineages().toLookAt(PEOPLE)).containsExactly("p-2");
        ledger.writes()
                .settle(
                        ledger.writes().intend(run, Invented.update("p-2", "2", "Bo Example"), "print", null),
                        Invented.receipt("2"));
        assertThat(ledger.lineages().toLookAt(PEOPLE)).isEmpty();
    }

    @Test
    void only_the_same_fingerprint_is_unchanged() {
        settled("p-1", "7");
        assertThat(ledger.lineages().settledUnchanged(PEOPLE, "p-1", "print-p-1"))
                .isTrue();
        assertThat(ledger.lineages().settledUnchanged(PEOPLE, "p-1", "another")).isFalse();
        assertThat(ledger.lineages().settledUnchanged(PEOPLE, "p-2", "print-p-1"))
                .isFalse();
    }

    @Test
    void an_intent_alone_is_no_lineage() {
        intended("p-1");
        assertThat(ledger.lineages().find(PEOPLE, "p-1")).isEmpty();
        assertThat(ledger.lineages().target(PEOPLE, "p-1")).isEmpty();
        assertThat(ledger.lineages().settledUnchanged(PEOPLE, "p-1", "print-p-1"))
                .isFalse();
        assertThat(ledger.lineages().isEmpty(PEOPLE)).isTrue();
        assertThat(ledger.lineages().backwards(PEOPLE)).isExhausted();
    }

    @Test
    void a_joined_record_shares_the_target_of_its_leader() {
        settled("p-1", "7");
        ledger.lineages().join(run, PEOPLE, "p-2", "person", "print-2", PEOPLE, "p-1");
        Lineage joined = ledger.lineages().find(PEOPLE, "p-2").orElseThrow();
        assertThat(joined.target()).isEqualTo(new TargetId("7"));
        assertThat(joined.joined()).isTrue();
        assertThat(joined.createdByUs()).isFalse();
        assertThat(joined.made()).isEmpty();
        assertThat(ledger.lineages().settledUnchanged(PEOPLE, "p-2", "print-2")).isTrue();
        assertThat(ledger.lineages().count(PEOPLE)).isEqualTo(2);
    }

    @Test
    void joining_again_changes_the_fingerprint_only() {
        settled("p-1", "7");
        ledger.lineages().join(run, PEOPLE, "p-2", "person", "print-2", PEOPLE, "p-1");
        ledger.lineages().join(run, PEOPLE, "p-2", "person", "print-3", PEOPLE, "p-1");
        assertThat(ledger.lineages().settledUnchanged(PEOPLE, "p-2", "print-3")).isTrue();
        assertThat(ledger.lineages().count(PEOPLE)).isEqualTo(2);
    }

    @Test
    void nobody_joins_a_record_that_is_not_in_the_target() {
        intended("p-1");
        assertThat(codeOf(() -> ledger.lineages().join(run, PEOPLE, "p-2", "person", "print", PEOPLE, "p-1")))
                .isEqualTo("leader-missing");
        assertThat(ledger.lineages().find(PEOPLE, "p-2")).isEmpty();
    }

    @Test
    void a_record_with_a_target_of_its_own_is_not_joined_to_another() {
        settled("p-1", "7");
        settled("p-2", "8");
        assertThat(codeOf(() -> ledger.lineages().join(run, PEOPLE, "p-2", "person", "print", PEOPLE, "p-1")))
                .isEqualTo("already-settled");
        assertThat(ledger.lineages().target(PEOPLE, "p-2")).contains(new TargetId("8"));
    }

    @Test
    void a_joined_record_can_become_one_of_its_own() {
        settled("p-1", "7");
        ledger.lineages().join(run, PEOPLE, "p-2", "person", "print", PEOPLE, "p-1");
        Intent intent = intended("p-2");
        ledger.writes().notSent(intent);
        assertThat(ledger.lineages().target(PEOPLE, "p-2")).contains(new TargetId("7"));
        settled("p-2", "8");
        assertThat(ledger.lineages().find(PEOPLE, "p-2").orElseThrow().joined()).isFalse();
        assertThat(ledger.lineages().target(PEOPLE, "p-2")).contains(new TargetId("8"));
    }

    @Test
    void those_joined_go_with_their_leader() {
        settled("p-1", "7");
        ledger.lineages().join(run, PEOPLE, "p-2", "person", "print", PEOPLE, "p-1");
        ledger.lineages().join(run, PEOPLE, "p-3", "person", "print", PEOPLE, "p-2");
        ledger.writes()
                .settle(ledger.writes().intend(run, Invented.delete("p-1", "7"), "print", null), Invented.receipt("7"));
        assertThat(ledger.lineages().isEmpty(PEOPLE)).isTrue();
    }

    @Test
    void forgetting_a_joined_record_leaves_its_leader() {
        settled("p-1", "7");
        ledger.lineages().join(run, PEOPLE, "p-2", "person", "print", PEOPLE, "p-1");
        ledger.lineages().forget(run, PEOPLE, "p-2");
        ledger.lineages().forget(run, PEOPLE, "p-2");
        assertThat(ledger.lineages().find(PEOPLE, "p-2")).isEmpty();
        assertThat(ledger.lineages().target(PEOPLE, "p-1")).contains(new TargetId("7"));
    }

    @Test
    void what_was_made_last_is_read_first_and_may_be_deleted_while_reading() {
        int people = Paged.PAGE + 30;
        inParallel(people, i -> settled("p-" + i, "" + (1000 + i)));
        List<Lineage> seen = new ArrayList<>();
        Iterator<Lineage> backwards = ledger.lineages().backwards(PEOPLE);
        while (backwards.hasNext()) {
            Lineage lineage = backwards.next();
            seen.add(lineage);
            if (seen.size() % 50 == 0) {
                String id = lineage.target().value();
                ledger.writes()
                        .settle(
                                ledger.writes().intend(run, Invented.delete(lineage.key(), id), "print", null),
                                Invented.receipt(id));
            }
        }
        assertThat(seen).extracting(Lineage::key).hasSize(people).doesNotHaveDuplicates();
        assertThat(seen)
                .isSortedAccordingTo(Comparator.comparing(Lineage::order).reversed());
        assertThat(ledger.lineages().count(PEOPLE)).isEqualTo(people - people / 50);
    }

    @Test
    void records_are_read_by_the_run_that_created_them() {
        settled("p-1", "7");
        run = ledger.runs().start(RunMode.DELTA, "hash-2").id();
        settled("p-2", "8");
        ledger.writes()
                .settle(
                        ledger.writes().intend(run, Invented.update("p-1", "7", "B"), "print", null),
                        Invented.receipt("7"));
        List<String> keys = new ArrayList<>();
        ledger.lineages().forEach(PEOPLE, run, lineage -> keys.add(lineage.key()));
        assertThat(keys).containsExactly("p-2");
        keys.clear();
        ledger.lineages().forEach(PEOPLE, null, lineage -> keys.add(lineage.key()));
        assertThat(keys).containsExactly("p-2", "p-1");
    }

    @Test
    void keys_that_differ_by_a_blank_or_by_case_are_two() {
        settled("p-1", "7");
        settled("p-1 ", "8");
        settled("P-1", "9");
        assertThat(ledger.lineages().target(PEOPLE, "p-1")).contains(new TargetId("7"));
        assertThat(ledger.lineages().target(PEOPLE, "p-1 ")).contains(new TargetId("8"));
    }

    @Test
    void a_key_the_ledger_cannot_hold_is_the_record_s_problem() {
        assertThat(codeOf(() -> intended("k".repeat(501)))).isEqualTo("key-unusable");
        assertThat(codeOf(() -> intended("p\0-1"))).isEqualTo("key-unusable");
        ledger.writes()
                .settle(
                        ledger.writes().intend(run, Invented.create("ключ".repeat(125)), "print", null),
                        Invented.receipt("7"));
        assertThat(ledger.lineages().count(PEOPLE)).isEqualTo(1);
    }

    @Test
    void two_migrations_of_one_ledger_do_not_meet() {
        settled("p-1", "7");
        try (Ledger other = Ledger.open(address, "smile-dental", key)) {
            assertThat(other.lineages().isEmpty(PEOPLE)).isTrue();
            String first = other.runs().start(RunMode.RUN, "hash").id();
            assertThat(first).isEqualTo("r1");
            Intent intent = other.writes().intend(first, Invented.create("p-1"), "print", null);
            other.writes().settle(intent, Invented.receipt("70"));
            assertThat(other.writes().chainHolds()).isTrue();
        }
        assertThat(ledger.lineages().target(PEOPLE, "p-1")).contains(new TargetId("7"));
        settled("p-2", "8");
        assertThat(ledger.writes().chainHolds()).isTrue();
    }
}
