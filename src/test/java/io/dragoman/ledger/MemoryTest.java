package io.dragoman.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.dragoman.model.Fate;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Runs, owners, tokens, approvals, bindings and checkpoints. */
final class MemoryTest extends OnBothDatabases {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 4);

    @Test
    void runs_are_numbered_and_the_latest_of_a_mode_is_known() {
        String plan = ledger.runs().start(RunMode.PLAN, "hash-2").id();
        assertThat(run).isEqualTo("r1");
        assertThat(plan).isEqualTo("r2");
        reopen();
        assertThat(ledger.runs().start(RunMode.PLAN, "hash-3").id()).isEqualTo("r3");
        assertThat(ledger.runs().latest(RunMode.PLAN).orElseThrow().hash()).isEqualTo("hash-3");
        assertThat(ledger.runs().latest(RunMode.ROLLBACK)).isEmpty();
        assertThat(ledger.runs().all()).extracting(Run::id).containsExactly("r1", "r2", "r3");
        assertThat(ledger.runs().find("r9")).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> ledger.runs().find("1; drop"));
    }

    @Test
    void a_run_left_running_is_stopped_by_the_next_opening() {
        String done = ledger.runs().start(RunMode.PLAN, "hash").id();
        ledger.runs().state(done, RunState.DONE, "");
        reopen();
        assertThat(ledger.runs().find(run).orElseThrow().state()).isEqualTo(RunState.STOPPED);
        assertThat(ledger.runs().find(run).orElseThrow().ended()).isNotNull();
        assertThat(ledger.runs().find(done).orElseThrow().state()).isEqualTo(RunState.DONE);
    }

    @Test
    void a_waiting_run_says_until_when_and_forgets_it_when_it_goes_on() {
        Instant until = Instant.parse("2026-03-05T00:00:00Z");
        ledger.runs().state(run, RunState.WAITING_FOR_BUDGET, "Goes on tomorrow.", until);
        assertThat(ledger.runs().find(run).orElseThrow().waitingUntil()).isEqualTo(until);
        assertThat(ledger.runs().find(run).orElseThrow().advice()).isEqualTo("Goes on tomorrow.");
        ledger.runs().state(run, RunState.RUNNING, "");
        assertThat(ledger.runs().find(run).orElseThrow().waitingUntil()).isNull();
        assertThat(ledger.runs().find(run).orElseThrow().ended()).isNull();
    }

    @Test
    void a_mark_outlives_the_process_and_a_new_one_takes_its_place() {
        Instant first = Instant.parse("2026-03-05T00:00:00Z");
        ledger.marks().set("acme", "ban", new Marks.Mark(first, DAY, 0));
        ledger.marks().note("acme", "ban", new Marks.Mark(first.plusSeconds(60), DAY, 7));
        reopen();
        assertThat(ledger.marks().find("acme", "ban")).contains(new Marks.Mark(first.plusSeconds(60), DAY, 7));
        assertThat(ledger.marks().find("acme", "day")).isEmpty();
        assertThat(ledger.marks().find("other", "ban")).isEmpty();
    }

    @Test
    void counts_keep_the_order_of_phases_and_the_latest_numbers() {
        ledger.runs().counts(run, "provider-to-user", Map.of(Fate.CREATED, 2L));
        ledger.runs().counts(run, PEOPLE, Map.of(Fate.CREATED, 1L));
        ledger.runs().counts(run, "provider-to-user", Map.of(Fate.CREATED, 3L, Fate.SET_ASIDE, 1L));
        Run found = ledger.runs().find(run).orElseThrow();
        assertThat(found.counts().keySet()).containsExactly("provider-to-user", PEOPLE);
        assertThat(found.counts().get("provider-to-user")).isEqualTo(Map.of(Fate.CREATED, 3L, Fate.SET_ASIDE, 1L));
    }

    @Test
    void an_owner_is_replaced_by_what_is_known_later() {
        ledger.owners().put(new Owner("DDS1", "ana@example.org", "Ana Example", Owner.State.WAITING, null, ""));
        Owner matched =
                new Owner("DDS1", "ana@example.org", "Ana Example", Owner.State.MATCHED, "42", "matched by e-mail");
        ledger.owners().put(matched);
        ledger.owners().put(new Owner("DDS0", "", "Bo Example", Owner.State.FALLBACK, "1", ""));
        assertThat(ledger.owners().find("DDS1")).contains(matched);
        assertThat(ledger.owners().all()).extracting(Owner::key).containsExactly("DDS0", "DDS1");
    }

    @Test
    void tokens_add_up_by_company_and_day() {
        inParallel(100, i -> ledger.tokens().spend("acme", DAY, i % 2 == 0 ? "create" : "list", 5));
        ledger.tokens().spend("acme", DAY.plusDays(1), "list", 7);
        assertThat(ledger.tokens().spent("acme", DAY)).isGreaterThanOrEqualTo(500);
        reopen();
        assertThat(ledger.tokens().spent("acme", DAY)).isEqualTo(500);
        ledger.tokens().spend("acme", DAY, "list", 10);
        assertThat(ledger.tokens().spent("acme", DAY)).isGreaterThanOrEqualTo(510);
        assertThat(ledger.tokens().spent("other", DAY)).isZero();
    }

    @Test
    void what_the_target_told_last_is_kept() {
        assertThat(ledger.tokens().leftAsTold("acme", DAY)).isEmpty();
        ledger.tokens().told("acme", DAY, 900);
        ledger.tokens().told("acme", DAY, 880);
        assertThat(ledger.tokens().leftAsTold("acme", DAY)).hasValue(880);
        reopen();
        assertThat(ledger.tokens().leftAsTold("acme", DAY)).hasValue(880);
    }

    @Test
    void the_latest_approval_of_each_kind_counts() {
        Instant at = Instant.parse("2026-03-04T05:06:07.890Z");
        ledger.approvals().approve(Approval.Kind.MAPPING, "Mo Example", "hash-1", at);
        ledger.approvals().approve(Approval.Kind.MAPPING, "Mo Example", "hash-2", at.plusSeconds(1));
        assertThat(ledger.approvals().latest(Approval.Kind.MAPPING))
                .contains(new Approval(Approval.Kind.MAPPING, "Mo Example", "hash-2", at.plusSeconds(1)));
        assertThat(ledger.approvals().latest(Approval.Kind.COMPLIANCE)).isEmpty();
    }

    @Test
    void bindings_survive_and_can_be_listed_by_their_start() {
        ledger.bindings().bind(Map.of("field/person/A__c", "k1", "field/person/B__c", "k2", "pipeline/Plans", "3"));
        ledger.bindings().bind(Map.of("field/person/A__c", "k9"));
        ledger.bindings().unbind("field/person/B__c");
        reopen();
        assertThat(ledger.bindings().bound("field/person/A__c")).contains("k9");
        assertThat(ledger.bindings().bound("field/person/B__c")).isEmpty();
        assertThat(ledger.bindings().startingWith("field/person/")).containsOnlyKeys("field/person/A__c");
        assertThat(ledger.bindings().startingWith("")).hasSize(2);
    }

    @Test
    void a_checkpoint_moves() {
        assertThat(ledger.checkpoints().get(PEOPLE, "csv")).isEmpty();
        ledger.checkpoints().put(PEOPLE, "csv", "2026-01-01");
        ledger.checkpoints().put(PEOPLE, "csv", "2026-02-01");
        ledger.checkpoints().put(PEOPLE, "jdbc", "17");
        reopen();
        assertThat(ledger.checkpoints().get(PEOPLE, "csv")).contains("2026-02-01");
    }
}
