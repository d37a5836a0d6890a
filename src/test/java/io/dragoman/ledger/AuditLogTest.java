package io.dragoman.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.dragoman.model.Problem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class AuditLogTest extends OnBothDatabases {
    private static final Instant AT = Instant.parse("2026-03-04T05:06:07.890Z");

    @Test
    void everything_that_changes_target_or_lineage_is_an_entry_in_its_order() {
        ledger.approvals().approve(Approval.Kind.MAPPING, "Mo Example", "hash-1", AT);
        ledger.runs().waived(run, "money-in-another-currency", "Mo Example");
        settled("p-1", "1");
        ledger.writes().refused(intended("p-2"), new Problem("refused", "", ""));
        ledger.lineages().join(run, PEOPLE, "p-3", "person", "print", PEOPLE, "p-1");
        ledger.lineages().forget(run, PEOPLE, "p-3");
        ledger.runs().state(run, RunState.DONE, "");
        intended("p-4");
        assertThat(told())
                .containsExactly(
                        "run r1 run running",
                        "approval  mapping ",
                        "waiver r1  ",
                        "write r1 create settled",
                        "write r1 create refused",
                        "joined r1  ",
                        "forgotten r1  ",
                        "run r1 run done");
        assertThat(ledger.log().firstWrong()).isEmpty();
        assertThat(ledger.log().strays()).isZero();
    }

    @Test
    void a_file_handed_over_names_its_heir() {
        settled("p-1", "1");
        ledger.lineages().join(run, PEOPLE, "p-2", "person", "print", PEOPLE, "p-1");
        assertThat(ledger.files().handOver(run, PEOPLE, "p-1")).isTrue();
        LogEntry last = entries().get(3);
        assertThat(last.get(LogColumn.ENTRY)).isEqualTo("handed-over");
        assertThat(last.get(LogColumn.TARGET)).isEqualTo("1");
        assertThat(last.get(LogColumn.NOTE)).isEqualTo(PEOPLE + " p-2");
        assertThat(ledger.log().firstWrong()).isEmpty();
        assertThat(ledger.log().strays()).isZero();
    }

    @Test
    void a_changed_or_missing_event_is_found_where_it_is() {
        ledger.approvals().approve(Approval.Kind.MAPPING, "Mo Example", "hash-1", AT);
        settled("p-1", "1");
        ledger.lineages().join(run, PEOPLE, "p-2", "person", "print", PEOPLE, "p-1");
        settled("p-3", "3");
        for (String change : List.of(
                "acted_by = 'Bo Example' where seq = 2",
                "digest = 'hash-2' where seq = 2",
                "at_moment = at_moment + interval '1' minute where seq = 2",
                "verb = 'compliance' where seq = 2",
                "entry = 'waiver' where seq = 2",
                "id = 999999 where seq = 2")) {
            sql("create table kept as (select * from event) " + (store == Store.HSQLDB ? "with data" : ""));
            sql("update event set " + change);
            assertThat(ledger.log().firstWrong()).as(change).hasValue(2);
            sql("delete from event", "insert into event select * from kept", "drop table kept");
        }
        assertThat(ledger.log().firstWrong()).isEmpty();
        sql("delete from event where seq = 4");
        assertThat(ledger.log().firstWrong()).hasValue(4);
    }

    @Test
    void entries_are_read_over_many_pages_though_events_and_writes_alternate() {
        for (int i = 1; i <= 700; i++) {
            settled("p-" + i, "" + i);
            ledger.lineages().forget(run, PEOPLE, "p-" + i);
        }
        List<LogEntry> entries = entries();
        assertThat(entries).hasSize(1401);
        for (int i = 0; i < entries.size(); i++) {
            assertThat(entries.get(i).seq()).isEqualTo(i + 1);
        }
        assertThat(ledger.log().firstWrong()).isEmpty();
    }

    @Test
    void a_lineage_bent_to_another_record_is_a_stray() {
        settled("p-1", "1");
        settled("p-2", "2");
        ledger.lineages().join(run, PEOPLE, "p-3", "person", "print", PEOPLE, "p-1");
        sql("update lineage set target_id = '9' where source_key = 'p-2'");
        assertThat(ledger.log().strays()).isEqualTo(1);
        sql("update lineage set target_id = '2' where source_key = 'p-3'");
        assertThat(ledger.log().strays()).isEqualTo(2);
    }

    @Test
    void a_record_of_the_target_is_traced_to_all_that_share_it() {
        settled("p-1", "1");
        settled("p-2", "1".repeat(300));
        settled("p-4", "1".repeat(301));
        ledger.lineages().join(run, PEOPLE, "p-3", "person", "print", PEOPLE, "p-2");
        assertThat(ledger.lineages().of("person", Invented.receipt("1").id()))
                .extracting(Lineage::key)
                .containsExactly("p-1");
        assertThat(ledger.lineages()
                        .of("person", Invented.receipt("1".repeat(300)).id()))
                .extracting(Lineage::key)
                .containsExactly("p-2", "p-3");
        assertThat(ledger.lineages().of("deal", Invented.receipt("1").id())).isEmpty();
        ledger.lineages().forget(run, PEOPLE, "p-1");
        assertThat(ledger.lineages().of("person", Invented.receipt("1").id())).isEmpty();
    }

    private List<LogEntry> entries() {
        List<LogEntry> entries = new ArrayList<>();
        ledger.log().entries(ledger.log().end()).forEachRemaining(entries::add);
        return entries;
    }

    private List<String> told() {
        return entries().stream()
                .map(entry -> entry.get(LogColumn.ENTRY) + " " + entry.get(LogColumn.RUN) + " "
                        + entry.get(LogColumn.VERB) + " " + entry.get(LogColumn.OUTCOME))
                .toList();
    }
}
