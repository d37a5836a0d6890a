package io.dragoman.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.dragoman.model.RecordProblem;
import io.dragoman.model.RunProblem;
import io.dragoman.model.TargetId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class ConcurrencyTest extends OnBothDatabases {
    @Test
    void thirty_two_callers_lose_nothing_and_the_chain_has_no_gap() {
        int records = 32 * 40;
        inParallel(records, i -> settled("p-" + i, "" + i));
        assertThat(ledger.lineages().count(PEOPLE)).isEqualTo(records);
        List<Long> places = new ArrayList<>();
        Set<Long> ids = ConcurrentHashMap.newKeySet();
        ledger.writes().forEach(run, row -> {
            places.add(row.seq());
            ids.add(row.id());
            assertThat(row.target()).isEqualTo(new TargetId(row.key().substring(2)));
        });
        assertThat(places)
                .as("the start of the run has the first place")
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.rangeClosed(2, records + 1).boxed().toList());
        assertThat(ids).hasSize(records);
        assertThat(ledger.writes().chainHolds()).isTrue();
    }

    @Test
    void one_of_many_callers_gets_the_record() {
        AtomicInteger winners = new AtomicInteger();
        AtomicInteger losers = new AtomicInteger();
        inParallel(64, i -> {
            try {
                intended("p-1");
                winners.incrementAndGet();
            } catch (RecordProblem e) {
                losers.incrementAndGet();
            }
        });
        assertThat(winners).hasValue(1);
        assertThat(losers).hasValue(63);
        assertThat(ledger.writes().open(null)).hasSize(1);
    }

    @Test
    void a_caller_whose_row_is_refused_fails_alone() {
        sql("alter table lineage add constraint never_13 check (target_id <> '13')");
        Set<String> failed = ConcurrentHashMap.newKeySet();
        inParallel(200, i -> {
            Intent intent = intended("p-" + i);
            try {
                ledger.writes().settle(intent, Invented.receipt(i % 20 == 0 ? "13" : "" + (1000 + i)));
            } catch (RunProblem e) {
                failed.add(intent.key());
            }
        });
        assertThat(failed).hasSize(10);
        assertThat(ledger.writes().open(null)).extracting(Intent::key).containsExactlyInAnyOrderElementsOf(failed);
        assertThat(ledger.lineages().count(PEOPLE)).isEqualTo(190);
        assertThat(ledger.writes().chainHolds()).isTrue();
    }
}
