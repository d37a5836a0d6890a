package io.dragoman.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.dragoman.model.Problem;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ChainTest extends OnBothDatabases {
    @BeforeEach
    void a_few_writes_of_every_outcome() {
        for (int i = 1; i <= 3; i++) {
            settled("p-" + i, "" + i);
        }
        ledger.writes().notSent(intended("p-4"));
        ledger.writes().refused(intended("p-5"), new Problem("refused", "", ""));
        intended("p-6");
    }

    @Test
    void an_untouched_chain_holds_before_and_after_reopening() {
        assertThat(ledger.writes().chainHolds()).isTrue();
        reopen();
        assertThat(ledger.writes().chainHolds()).isTrue();
        settled("p-7", "7");
        assertThat(ledger.writes().chainHolds()).isTrue();
    }

    @Test
    void a_changed_column_breaks_it() {
        List<String> unseen = new ArrayList<>();
        for (String change : List.of(
                "target_id = '99'",
                "state = 'refused'",
                "run = 2",
                "verb = 'DELETE'",
                "kind = 'deal'",
                "fingerprint = 'x'",
                "digest = 'x'",
                "request = request || 'x'",
                "before_change = 'x'",
                "intended_at = intended_at + interval '1' minute",
                "closed_at = closed_at + interval '1' minute",
                "attempts = attempts + 1",
                "code = 'x'",
                "tokens = tokens + 1",
                "differences = '[\"x\"]'")) {
            sql(
                    "create table kept as (select * from write) " + (store == Store.HSQLDB ? "with data" : ""),
                    "update write set " + change + " where seq = 3");
            if (ledger.writes().chainHolds()) {
                unseen.add(change);
            }
            sql("delete from write", "insert into write select * from kept", "drop table kept");
        }
        assertThat(unseen).isEmpty();
        assertThat(ledger.writes().chainHolds()).isTrue();
    }

    @Test
    void a_write_moved_to_another_record_breaks_it() {
        sql("update lineage set source_key = 'p-99' where source_key = 'p-2'");
        assertThat(ledger.writes().chainHolds()).isFalse();
    }

    @Test
    void a_row_taken_out_of_the_middle_breaks_it() {
        sql("delete from write where seq = 3");
        assertThat(ledger.writes().chainHolds()).isFalse();
    }

    @Test
    void a_row_cut_off_at_the_end_breaks_it() {
        sql("delete from write where seq = 6");
        assertThat(ledger.writes().chainHolds()).isFalse();
    }

    @Test
    void a_shorter_chain_cannot_be_passed_off_as_the_whole() {
        sql(
                "delete from write where seq = 6",
                "update migration set chain_seq = 5, chain_head = (select chain from write where seq = 5)");
        assertThat(ledger.writes().chainHolds()).isFalse();
    }
}
