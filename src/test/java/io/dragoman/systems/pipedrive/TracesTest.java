package io.dragoman.systems.pipedrive;

import static org.assertj.core.api.Assertions.assertThat;

import io.dragoman.model.Mapping.FieldType;
import io.dragoman.model.SchemaItem;
import io.dragoman.model.TargetId;
import io.dragoman.model.TargetRecord;
import io.dragoman.model.TargetWrite;
import io.dragoman.model.Trace;
import io.dragoman.model.TraceRequest;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What our writes left in the account is told by the keys it carries, doubles among it. */
class TracesTest {
    private final Instant start = Instant.now();
    private Account account;

    @BeforeEach
    void open() {
        account = Account.open();
    }

    @AfterEach
    void close() {
        account.close();
    }

    private List<Trace> traces(TargetRecord like, Set<String> keptIn) {
        return account.traces(new TraceRequest(like.kind(), like.mapping(), keptIn, start, List.of(like)));
    }

    @Test
    void a_record_made_twice_has_two_traces_and_one_of_others_has_none() {
        for (String kind : List.of("person", "organization", "deal", "product")) {
            account.prepare(new SchemaItem.CustomField(kind, Records.SOURCE_FIELD, FieldType.TEXT, List.of()));
            String name = kind.equals("deal") ? "title" : "name";
            TargetRecord one = Records.kept(kind, "k-1", Map.of(name, "One"), Map.of());
            TargetId first = account.create(one).id();
            TargetId second = account.create(one).id();
            account.create(Records.plain("by-hand", kind, "k-2", Map.of(name, "Other")));

            assertThat(traces(one, Set.of(Records.SOURCE_FIELD)))
                    .as(kind)
                    .containsExactlyInAnyOrder(new Trace("k-1", first), new Trace("k-1", second));
        }
    }

    @Test
    void activities_are_told_apart_by_mapping_and_deleted_ones_leave_no_trace() {
        TargetRecord one = Records.visit("v 1");
        TargetId first = account.create(one).id();
        TargetId gone = account.create(Records.visit("v 2")).id();
        account.undo(new TargetWrite(TargetWrite.Verb.DELETE, one, gone, Set.of()));
        account.create(Records.plain("recall-to-activity", "activity", "v 1", Map.of("subject", "Recall")));

        assertThat(traces(one, Set.of())).containsExactly(new Trace("v 1", first));
    }

    @Test
    void lines_have_one_trace_for_each_deal_with_all_lines_that_are_there() {
        TargetId product = account.create(Records.plain("p", "product", "x", Map.of("name", "Exam")))
                .id();
        TargetId deal = account.create(Records.plain("d", "deal", "d", Map.of("title", "Plan")))
                .id();
        Map<String, Object> line = Map.of("product", product, "item_price", BigDecimal.ONE, "quantity", BigDecimal.ONE);
        TargetRecord two = Records.lines("d-1", Map.of("deal", deal), List.of(line, line));
        TargetId id = account.create(two).id();

        assertThat(traces(two, Set.of())).containsExactly(new Trace("d-1", id));
    }
}
