package io.dragoman.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.dragoman.model.Mapping;
import io.dragoman.model.PhiClass;
import io.dragoman.model.Place;
import io.dragoman.model.Problem;
import io.dragoman.model.Receipt;
import io.dragoman.model.TargetId;
import io.dragoman.model.TargetRecord;
import io.dragoman.model.TargetWrite;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class WritesTest extends OnBothDatabases {
    @Test
    void an_open_intent_is_found_whole_after_reopening() {
        TargetWrite write = Invented.update("p-1", "7", "Ada B. Example");
        TargetRecord before = Invented.person("p-1", "Ada Example");
        Intent intent = ledger.writes().intend(run, write, "print-1", before);
        reopen();
        Intent found = ledger.writes().open(null).get(0);
        assertThat(found.write()).isEqualTo(write);
        assertThat(found.before()).isEqualTo(before);
        assertThat(found.id()).isEqualTo(intent.id());
        assertThat(found.at()).isEqualTo(intent.at());
        assertThat(found.run()).isEqualTo(run);
        assertThat(found.fingerprint()).isEqualTo("print-1");
    }

    @Test
    void a_record_has_one_open_intent_at_most() {
        intended("p-1");
        assertThat(codeOf(() -> intended("p-1"))).isEqualTo("intent-open");
        reopen();
        assertThat(codeOf(() -> intended("p-1"))).isEqualTo("intent-open");
        assertThat(ledger.writes().open(null)).hasSize(1);
    }

    @Test
    void open_intents_are_listed_by_mapping() {
        intended("p-1");
        assertThat(ledger.writes().open(PEOPLE)).hasSize(1);
        assertThat(ledger.writes().open("another")).isEmpty();
    }

    @Test
    void a_settled_create_is_in_the_target_and_ours() {
        settled("p-1", "7");
        Lineage lineage = ledger.lineages().find(PEOPLE, "p-1").orElseThrow();
        assertThat(lineage.target()).isEqualTo(new TargetId("7"));
        assertThat(lineage.createdByUs()).isTrue();
        assertThat(lineage.joined()).isFalse();
        assertThat(lineage.made()).contains(Invented.person("p-1"));
        assertThat(lineage.run()).isEqualTo(run);
        assertThat(ledger.writes().open(null)).isEmpty();
    }

    @Test
    void an_intent_of_an_earlier_process_can_be_settled() {
        intended("p-1");
        reopen();
        ledger.writes().settle(ledger.writes().open(null).get(0), Invented.receipt("7"));
        assertThat(ledger.lineages().target(PEOPLE, "p-1")).contains(new TargetId("7"));
        assertThat(ledger.writes().chainHolds()).isTrue();
    }

    @Test
    void a_settled_update_changes_what_was_made_and_stays_ours() {
        settled("p-1", "7");
        String delta = ledger.runs().start(RunMode.DELTA, "hash-2").id();
        Intent update = ledger.writes()
                .intend(delta, Invented.update("p-1", "7", "Ada B. Example"), "print-2", Invented.person("p-1"));
        ledger.writes().settle(update, Invented.receipt("7"));
        Lineage lineage = ledger.lineages().find(PEOPLE, "p-1").orElseThrow();
        assertThat(lineage.made()).contains(Invented.person("p-1", "Ada B. Example"));
        assertThat(lineage.createdByUs()).isTrue();
        assertThat(lineage.run()).isEqualTo(run);
        assertThat(lineage.lastRun()).isEqualTo(delta);
        assertThat(lineage.fingerprint()).isEqualTo("print-2");
    }

    @Test
    void an_update_of_a_record_the_ledger_does_not_know_adopts_it() {
        Intent update = ledger.writes().intend(run, Invented.update("p-1", "7", "Ada Example"), "print", null);
        ledger.writes().settle(update, Invented.receipt("7"));
        Lineage lineage = ledger.lineages().find(PEOPLE, "p-1").orElseThrow();
        assertThat(lineage.target()).isEqualTo(new TargetId("7"));
        assertThat(lineage.createdByUs()).isFalse();
    }

    @Test
    void giving_an_adopted_record_back_ends_its_lineage() {
        ledger.writes()
                .settle(
                        ledger.writes().intend(run, Invented.update("p-1", "7", "Ada Example"), "print", null),
                        Invented.receipt("7"));
        TargetWrite back = Invented.update("p-1", "7", "A. Example");
        TargetWrite restore = new TargetWrite(TargetWrite.Verb.RESTORE, back.record(), back.targetId(), back.changed());
        ledger.writes().settle(ledger.writes().intend(run, restore, "", null), Invented.receipt("7"));
        assertThat(ledger.lineages().find(PEOPLE, "p-1")).isEmpty();
    }

    @Test
    void a_settled_delete_ends_the_lineage_and_keeps_the_history() {
        settled("p-1", "7");
        ledger.writes()
                .settle(ledger.writes().intend(run, Invented.delete("p-1", "7"), "print", null), Invented.receipt("7"));
        assertThat(ledger.lineages().find(PEOPLE, "p-1")).isEmpty();
        assertThat(ledger.lineages().isEmpty(PEOPLE)).isTrue();
        assertThat(ledger.writes().of(PEOPLE, "p-1"))
                .extracting(WriteRow::verb)
                .containsExactly(TargetWrite.Verb.CREATE, TargetWrite.Verb.DELETE);
        settled("p-1", "8");
        assertThat(ledger.lineages().target(PEOPLE, "p-1")).contains(new TargetId("8"));
    }

    @Test
    void deleting_a_second_copy_leaves_the_first_one_known() {
        settled("p-1", "7");
        ledger.writes()
                .settle(
                        ledger.writes().intend(run, Invented.delete("p-1", "99"), "print", null),
                        Invented.receipt("99"));
        assertThat(ledger.lineages().target(PEOPLE, "p-1")).contains(new TargetId("7"));
    }

    @Test
    void a_create_that_was_not_sent_leaves_nothing_behind() {
        ledger.writes().notSent(intended("p-1"));
        assertThat(ledger.writes().open(null)).isEmpty();
        assertThat(ledger.lineages().find(PEOPLE, "p-1")).isEmpty();
        assertThat(ledger.lineages().count(PEOPLE)).isZero();
        settled("p-1", "7");
        assertThat(ledger.lineages().target(PEOPLE, "p-1")).contains(new TargetId("7"));
    }

    @Test
    void a_refused_update_keeps_the_code_and_leaves_the_record_as_it_was() {
        settled("p-1", "7");
        Intent update = ledger.writes().intend(run, Invented.update("p-1", "7", "Someone Else"), "print-2", null);
        ledger.writes().refused(update, new Problem("target-refused", "somewhere", "Mend it."));
        WriteRow row = ledger.writes().of(PEOPLE, "p-1").get(1);
        assertThat(row.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(row.code()).isEqualTo("target-refused");
        assertThat(ledger.lineages().find(PEOPLE, "p-1").orElseThrow().made()).contains(Invented.person("p-1"));
    }

    @Test
    void a_closed_intent_cannot_be_closed_again() {
        Intent intent = intended("p-1");
        ledger.writes().settle(intent, Invented.receipt("7"));
        assertThatIllegalStateException().isThrownBy(() -> ledger.writes().notSent(intent));
        assertThatIllegalStateException().isThrownBy(() -> ledger.writes().resent(intent));
        assertThat(ledger.writes().of(PEOPLE, "p-1")).hasSize(1);
    }

    @Test
    void a_record_in_the_target_cannot_be_created_again() {
        settled("p-1", "7");
        assertThat(codeOf(() -> intended("p-1"))).isEqualTo("already-settled");
        assertThat(ledger.writes().open(null)).isEmpty();
    }

    @Test
    void attempts_are_counted_across_processes() {
        ledger.writes().resent(intended("p-1"));
        reopen();
        Intent found = ledger.writes().open(null).get(0);
        ledger.writes().resent(found);
        ledger.writes().settle(found, Invented.receipt("7"));
        assertThat(ledger.writes().of(PEOPLE, "p-1").get(0).attempts()).isEqualTo(3);
        assertThat(ledger.writes().chainHolds()).isTrue();
    }

    @Test
    void receipt_and_lineage_are_one_commit() {
        Intent intent = intended("p-1");
        sql("alter table lineage add constraint never_13 check (target_id <> '13')");
        assertThat(codeOf(() -> ledger.writes().settle(intent, Invented.receipt("13"))))
                .isEqualTo("ledger-not-writable");
        assertThat(ledger.lineages().find(PEOPLE, "p-1")).isEmpty();
        assertThat(ledger.writes().of(PEOPLE, "p-1").get(0).outcome()).isEqualTo(Outcome.OPEN);
        ledger.writes().settle(intent, Invented.receipt("14"));
        assertThat(ledger.lineages().target(PEOPLE, "p-1")).contains(new TargetId("14"));
        assertThat(ledger.writes().chainHolds()).isTrue();
    }

    @Test
    void a_receipt_tells_tokens_and_differences() {
        ledger.writes().settle(intended("p-1"), new Receipt(new TargetId("7"), 5, Set.of("phones")));
        WriteRow row = ledger.writes().of(PEOPLE, "p-1").get(0);
        assertThat(row.tokens()).isEqualTo(5);
        assertThat(row.differences()).containsExactly("phones");
        assertThat(row.write()).isEqualTo(Invented.create("p-1"));
        assertThat(ledger.runs().find(run).orElseThrow().tokens()).isEqualTo(5);
    }

    @Test
    void the_writes_of_a_run_are_read_page_by_page() {
        String other = ledger.runs().start(RunMode.SAMPLE, "hash").id();
        inParallel(Paged.PAGE + 20, i -> intended("p-" + i));
        ledger.writes().intend(other, Invented.create("of-another-run"), "print", null);
        List<WriteRow> rows = new ArrayList<>();
        ledger.writes().forEach(run, rows::add);
        assertThat(rows)
                .extracting(WriteRow::key)
                .hasSize(Paged.PAGE + 20)
                .doesNotHaveDuplicates()
                .doesNotContain("of-another-run");
        assertThat(rows).isSortedAccordingTo(Comparator.comparing(WriteRow::id));
    }

    @Test
    void a_record_with_an_open_link_is_no_intent() {
        Mapping.Row row = new Mapping.Row(
                "owner",
                false,
                null,
                List.of(),
                null,
                List.of("provider_id"),
                true,
                List.of(),
                List.of("provider-to-user"),
                PhiClass.NONE,
                Mapping.IfMissing.LEAVE_EMPTY,
                Place.of("x.yaml"));
        TargetRecord record = new TargetRecord(
                PEOPLE,
                "person",
                "p-1",
                null,
                Map.of(),
                Map.of(),
                List.of(),
                List.of(new TargetRecord.Reference(row, List.of("DDS1"))));
        TargetWrite write = new TargetWrite(TargetWrite.Verb.CREATE, record, null, Set.of());
        assertThatIllegalArgumentException().isThrownBy(() -> ledger.writes().intend(run, write, "print", null));
        assertThat(intended("p-1").key()).isEqualTo("p-1");
    }

    @Test
    void a_run_nobody_started_intends_nothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ledger.writes().intend("r99", Invented.create("p-1"), "print", null));
    }
}
