package io.dragoman.systems.pipedrive;

import static org.assertj.core.api.Assertions.assertThat;

import io.dragoman.model.Catalogue;
import io.dragoman.model.FindRequest;
import io.dragoman.model.Mapping.FieldType;
import io.dragoman.model.ReadBack;
import io.dragoman.model.Receipt;
import io.dragoman.model.SchemaItem;
import io.dragoman.model.TargetId;
import io.dragoman.model.TargetRecord;
import io.dragoman.model.TargetWrite;
import io.dragoman.model.TargetWrite.Verb;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was written can be found again, read back, and taken back. */
class FindAndUndoTest {
    private Account account;

    @BeforeEach
    void open() {
        account = Account.open();
    }

    @AfterEach
    void close() {
        account.close();
    }

    private static TargetWrite delete(TargetRecord record, TargetId id) {
        return new TargetWrite(Verb.DELETE, record, id, Set.of());
    }

    private static TargetRecord schema(SchemaItem item) {
        return Records.plain("schema", "schema", item.name(), Map.of());
    }

    private SchemaItem.Made prepareKey(String kind) {
        return account.prepare(new SchemaItem.CustomField(kind, Records.SOURCE_FIELD, FieldType.TEXT, List.of()));
    }

    @Test
    void records_of_every_kind_are_found_by_their_source_key() {
        for (String kind : List.of("person", "organization", "deal", "product")) {
            prepareKey(kind);
            String name = kind.equals("deal") ? "title" : "name";
            TargetRecord one = Records.kept(kind, "k-1", Map.of(name, "k-1"), Map.of());
            TargetId id = account.create(one).id();

            TargetRecord other = Records.kept(kind, "k-11", Map.of(name, "k-1"), Map.of());
            assertThat(account.find(new FindRequest(kind, Instant.now(), List.of(one, other))))
                    .as(kind)
                    .containsOnly(Map.entry("k-1", id));
        }
        TargetId visit = account.create(Records.visit("v-1")).id();
        assertThat(account.find(new FindRequest(
                        "activity", Instant.now(), List.of(Records.visit("v-1"), Records.visit("v-11")))))
                .containsOnly(Map.entry("v-1", visit));
    }

    @Test
    void one_walk_over_several_pages_finds_many_and_the_older_of_two() {
        prepareKey("person");
        List<TargetRecord> people =
                IntStream.range(0, 510).mapToObj(i -> Records.person("p-" + i)).toList();
        List<TargetId> ids = new ArrayList<>();
        people.forEach(person -> ids.add(account.create(person).id()));
        account.create(people.get(0));
        long before = account.sandbox().stats().requests();

        Map<String, TargetId> found = account.find(new FindRequest("person", Instant.now(), people));

        assertThat(found).hasSize(510).containsEntry("p-0", ids.get(0)).containsEntry("p-509", ids.get(509));
        assertThat(account.sandbox().stats().requests() - before).isEqualTo(2);
    }

    @Test
    void all_records_of_a_kind_are_read_back_and_only_those_that_are_there() {
        prepareKey("person");
        Set<TargetId> ids = new HashSet<>();
        for (int i = 0; i < 120; i++) {
            ids.add(account.create(Records.person("p-" + i)).id());
        }
        TargetId gone = ids.iterator().next();
        account.undo(delete(Records.person("gone"), gone));

        assertThat(account.readBack(new ReadBack("person", null))).hasSize(119);
        assertThat(account.readBack(new ReadBack("person", ids)))
                .hasSize(119)
                .extracting(ReadBack.Held::id)
                .doesNotContain(gone);
    }

    @Test
    void lines_are_found_only_when_all_of_them_are_there() {
        prepareKey("product");
        prepareKey("deal");
        TargetId product = account.create(Records.kept("product", "x", Map.of("name", "Exam"), Map.of()))
                .id();
        TargetId deal = account.create(Records.kept("deal", "d", Map.of("title", "Plan"), Map.of()))
                .id();
        Map<String, Object> line =
                Map.of("product", product, "item_price", new BigDecimal(5), "quantity", new BigDecimal(2));
        TargetRecord one = Records.lines("d-1", Map.of("deal", deal), List.of(line, line));
        TargetRecord half = Records.lines("d-2", Map.of("deal", deal), List.of(line));
        TargetId id = account.create(one).id();
        account.create(half);

        TargetRecord whole = Records.lines("d-2", Map.of("deal", deal), List.of(line, line));
        assertThat(account.find(new FindRequest("deal-lines", Instant.now(), List.of(one, whole))))
                .containsOnly(Map.entry("d-1", id));

        assertThat(account.undo(delete(one, id)).tokens()).isEqualTo(15);
        assertThat(account.find(new FindRequest("deal-lines", Instant.now(), List.of(one, half))))
                .containsOnlyKeys("d-2");
        assertThat(account.undo(delete(one, id)).id()).isEqualTo(id);
    }

    @Test
    void a_delete_that_was_carried_out_before_counts_as_done() {
        prepareKey("person");
        TargetId id = account.create(Records.person("p-1")).id();

        Receipt first = account.undo(delete(Records.person("p-1"), id));
        Receipt second = account.undo(delete(Records.person("p-1"), id));

        assertThat(first).isEqualTo(second).isEqualTo(new Receipt(id, 3, Set.of()));
    }

    @Test
    void an_update_is_put_back_field_by_field() {
        prepareKey("person");
        TargetId id = account.create(Records.person("p-1")).id();
        account.update(Records.kept("person", "p-1", Map.of("name", "New Name"), Map.of()), id, "name");

        account.undo(new TargetWrite(Verb.UPDATE, Records.person("p-1"), id, Set.of("name")));

        assertThat(account.readBack("person", id).values()).containsEntry("name", "Ada Example p-1");
    }

    @Test
    void everything_prepare_made_is_taken_back_and_the_account_is_as_before() {
        String before = account.sandbox().dump().toString();
        SchemaItem.CustomField field = new SchemaItem.CustomField("person", "Colour", FieldType.CHOICE, List.of("Red"));
        List<SchemaItem> items = List.of(
                field,
                new SchemaItem.Pipeline("Plans"),
                new SchemaItem.Stage("Plans", "Proposed"),
                new SchemaItem.ActivityType("Recall"));
        List<SchemaItem.Made> made = new ArrayList<>();
        items.forEach(item -> made.add(account.prepare(item)));
        SchemaItem more =
                new SchemaItem.MoreOptions("person", "Colour", made.get(0).id().value(), List.of("Blue", "Green"));
        SchemaItem.Made options = account.prepare(more);
        assertThat(options.bindings()).containsOnlyKeys("option/person/Colour/Blue", "option/person/Colour/Green");

        account.undo(delete(schema(more), options.id()));
        assertThat(account.ask("catalogue", Set.of("person"), Catalogue.class)
                        .fields()
                        .get("person"))
                .singleElement()
                .satisfies(left -> assertThat(left.options()).containsOnlyKeys("Red"));
        for (int i = items.size() - 1; i >= 0; i--) {
            account.undo(delete(schema(items.get(i)), made.get(i).id()));
            account.undo(delete(schema(items.get(i)), made.get(i).id()));
        }

        assertThat(account.sandbox().dump().toString()).isEqualTo(before);
    }

    @Test
    void the_catalogue_tells_what_was_asked_for_in_the_words_of_the_mappings() {
        SchemaItem.Made made = account.prepare(
                new SchemaItem.CustomField("person", "Colours", FieldType.SEVERAL_CHOICES, List.of("Red", "Blue")));
        account.prepare(new SchemaItem.ActivityType("Recall"));

        Catalogue catalogue =
                account.ask("catalogue", Set.of("person", "deal", "activity", "deal-lines", "user"), Catalogue.class);

        assertThat(catalogue.company()).isNotEmpty();
        assertThat(catalogue.currency()).hasSize(3);
        assertThat(catalogue.fields()).containsOnlyKeys("person", "deal");
        assertThat(catalogue.fields().get("person")).singleElement().satisfies(field -> {
            assertThat(field.name()).isEqualTo("Colours");
            assertThat(field.key()).isEqualTo(made.id().value());
            assertThat(field.type()).isEqualTo("several-choices");
            assertThat(field.options()).containsEntry("Red", made.bindings().get("option/person/Colours/Red"));
        });
        assertThat(catalogue.pipelines())
                .singleElement()
                .satisfies(one -> assertThat(one.stages()).hasSize(5));
        assertThat(catalogue.activityTypes()).containsKey("Recall").containsEntry("Call", "call");
        assertThat(catalogue.users())
                .extracting(Catalogue.User::email, Catalogue.User::active)
                .contains(
                        org.assertj.core.groups.Tuple.tuple("ada@example.com", true),
                        org.assertj.core.groups.Tuple.tuple("cleo@example.com", false));
    }
}
