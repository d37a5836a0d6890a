package io.dragoman.systems.pipedrive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dragoman.model.FindRequest;
import io.dragoman.model.InDoubt;
import io.dragoman.model.ReadBack;
import io.dragoman.model.Receipt;
import io.dragoman.model.RecordProblem;
import io.dragoman.model.TargetId;
import io.dragoman.model.TargetRecord;
import io.dragoman.model.TargetWrite;
import io.dragoman.model.TargetWrite.Verb;
import io.dragoman.sandbox.Faults;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What joins two others: participants of deals and activities, and relationships of organizations. */
class EndsTest {
    private Account account;

    @BeforeEach
    void open() {
        account = Account.open();
    }

    @AfterEach
    void close() {
        account.close();
    }

    private TargetId make(String kind, String name) {
        String field = kind.equals("deal") ? "title" : "name";
        return account.create(Records.plain("m", kind, name, Map.of(field, name)))
                .id();
    }

    private static TargetRecord participant(String key, TargetId deal, TargetId person) {
        return Records.plain("p-to-participant", "deal-participant", key, Map.of("deal", deal, "person", person));
    }

    private static TargetRecord relationship(String key, String type, TargetId from, TargetId to) {
        return Records.plain(
                "o-to-relationship", "organization-relationship", key, Map.of("type", type, "from", from, "to", to));
    }

    @Test
    void a_participant_is_found_by_its_two_ends_and_taken_back() {
        TargetId deal = make("deal", "Plan");
        TargetId one = make("person", "Ada Example");
        TargetId other = make("person", "Ben Example");
        TargetRecord first = participant("k-1", deal, one);
        Receipt receipt = account.create(first);
        account.sandbox().faults().onWrite(5, Faults.Kind.LOST_ANSWER_AFTER_COMMIT);
        TargetRecord second = participant("k-2", deal, other);
        assertThatThrownBy(() -> account.create(second)).isInstanceOf(InDoubt.class);
        long before = account.sandbox().stats().requests();

        Map<String, TargetId> found =
                account.find(new FindRequest("deal-participant", Instant.now(), List.of(first, second)));

        assertThat(receipt.differences()).isEmpty();
        assertThat(account.sandbox().stats().requests() - before).isOne();
        assertThat(found).containsOnlyKeys("k-1", "k-2").containsEntry("k-1", receipt.id());
        assertThat(account.readBack("deal-participant", receipt.id()).values())
                .containsEntry("deal", deal)
                .containsEntry("person", one);
        TargetWrite delete = new TargetWrite(Verb.DELETE, first, receipt.id(), Set.of());
        assertThat(account.undo(delete).tokens()).isEqualTo(6);
        account.undo(delete);
        assertThat(account.readBack(new ReadBack("deal-participant", Set.copyOf(found.values()))))
                .hasSize(1);
    }

    @Test
    void whom_somebody_else_added_before_is_not_taken_for_ours() {
        TargetId deal = make("deal", "Plan");
        TargetRecord record = participant("k-1", deal, make("person", "Ada Example"));
        account.create(record);

        assertThat(account.find(
                        new FindRequest("deal-participant", Instant.now().plusSeconds(900), List.of(record))))
                .isEmpty();
    }

    @Test
    void a_participant_does_not_move_silently() {
        TargetId deal = make("deal", "Plan");
        TargetRecord record = participant("k-1", deal, make("person", "Ada Example"));
        TargetId id = account.create(record).id();

        assertThatThrownBy(() -> account.update(participant("k-1", deal, make("person", "Ben Example")), id, "person"))
                .isInstanceOfSatisfying(
                        RecordProblem.class,
                        problem -> assertThat(problem.problem().code()).isEqualTo("participant-cannot-move"));
    }

    @Test
    void organizations_are_related_changed_found_and_parted() {
        TargetId parent = make("organization", "Maple Group");
        TargetId child = make("organization", "Maple Street");
        TargetId other = make("organization", "Oak Street");
        account.sandbox().faults().onWrite(4, Faults.Kind.LOST_ANSWER_AFTER_COMMIT);
        TargetRecord record = relationship("k-1", "parent", parent, child);
        assertThatThrownBy(() -> account.create(record)).isInstanceOf(InDoubt.class);

        Map<String, TargetId> found =
                account.find(new FindRequest("organization-relationship", Instant.now(), List.of(record)));
        assertThat(found).containsOnlyKeys("k-1");
        TargetId id = found.values().iterator().next();
        Receipt changed = account.update(relationship("k-1", "related", parent, other), id, "type", "to");

        assertThat(changed.differences()).isEmpty();
        assertThat(account.readBack("organization-relationship", id).values())
                .isEqualTo(Map.of("type", "related", "from", parent, "to", other));
        account.undo(new TargetWrite(Verb.DELETE, record, id, Set.of()));
        assertThat(account.readBack(new ReadBack("organization-relationship", Set.of(id))))
                .isEmpty();
        assertThatThrownBy(() -> account.create(relationship("k-2", "owns", parent, child)))
                .isInstanceOfSatisfying(
                        RecordProblem.class,
                        problem -> assertThat(problem.problem().code()).isEqualTo("relationship-unknown"));
    }

    @Test
    void an_activity_has_one_primary_person_and_further_ones() {
        TargetId ada = make("person", "Ada Example");
        TargetId ben = make("person", "Ben Example");
        TargetRecord record = Records.plain(
                "a", "activity", "a-1", Map.of("subject", "Visit", "person", ada, "participants", List.of(ben, ada)));

        TargetId id = account.create(record).id();

        assertThat(account.readBack("activity", id).values())
                .containsEntry("person", ada)
                .containsEntry("participants", List.of(ben));
    }
}
