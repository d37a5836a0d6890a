package io.dragoman.systems.pipedrive;

import static org.assertj.core.api.Assertions.assertThat;

import io.dragoman.model.Catalogue;
import io.dragoman.model.ChangesRequest;
import io.dragoman.model.FieldChange;
import io.dragoman.model.Mapping.FieldType;
import io.dragoman.model.SchemaItem;
import io.dragoman.model.TargetId;
import io.dragoman.model.TargetRecord;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who changed a record, as Pipedrive tells it. */
class ChangesTest {
    private Account account;

    @BeforeEach
    void open() {
        account = Account.open();
    }

    @AfterEach
    void close() {
        account.close();
    }

    @Test
    void changes_are_told_by_the_names_of_the_mapping_with_their_users() {
        account.prepare(new SchemaItem.CustomField("person", "Nickname", FieldType.TEXT, List.of()));
        account.prepare(new SchemaItem.CustomField("person", Records.SOURCE_FIELD, FieldType.TEXT, List.of()));
        List<Catalogue.Field> custom = account.ask("catalogue", Set.of("person"), Catalogue.class)
                .fields()
                .getOrDefault("person", List.of());
        TargetRecord record = Records.kept("person", "p-1", Map.of("name", "Ada Example"), Map.of("Nickname", "Ace"));
        TargetId id = account.create(record).id();
        account.update(
                record.with("Nickname", true, "Acer").with("emails", false, List.of("a@example.org")),
                id,
                "Nickname",
                "emails");
        List<FieldChange> changes = changes(new ChangesRequest("person", id, custom));
        assertThat(changes).extracting(FieldChange::field).containsExactlyInAnyOrder("Nickname", "emails");
        assertThat(changes)
                .allMatch(FieldChange::byProgram)
                .allMatch(change -> change.user().equals("11"));
    }

    @Test
    void nothing_is_told_of_a_record_that_is_gone_and_of_kinds_without_a_changelog() {
        assertThat(changes(new ChangesRequest("deal", new TargetId("77"), List.of())))
                .isEmpty();
        long asked = account.sandbox().stats().requests();
        assertThat(changes(new ChangesRequest("activity", new TargetId("1"), List.of())))
                .isEmpty();
        assertThat(account.sandbox().stats().requests()).isEqualTo(asked);
    }

    @SuppressWarnings("unchecked")
    private List<FieldChange> changes(ChangesRequest asked) {
        Iterator<FieldChange> changes = account.ask("changes", asked, Iterator.class);
        List<FieldChange> all = new ArrayList<>();
        changes.forEachRemaining(all::add);
        return all;
    }
}
