package io.dragoman.systems.pipedrive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.dragoman.model.Catalogue;
import io.dragoman.model.FindRequest;
import io.dragoman.model.InDoubt;
import io.dragoman.model.Mapping.FieldType;
import io.dragoman.model.Money;
import io.dragoman.model.ReadBack;
import io.dragoman.model.Receipt;
import io.dragoman.model.RecordProblem;
import io.dragoman.model.SchemaItem;
import io.dragoman.model.TargetId;
import io.dragoman.model.TargetRecord;
import io.dragoman.model.TargetWrite;
import io.dragoman.model.TargetWrite.Verb;
import io.dragoman.model.Trace;
import io.dragoman.model.TraceRequest;
import io.dragoman.sandbox.Faults;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Leads carry labels and the custom fields of deals, and are known by their origin. */
class LeadsTest {
    private Account account;
    private TargetId person;

    @BeforeEach
    void open() {
        account = Account.open();
        person = account.create(Records.plain("p", "person", "p", Map.of("name", "Ada Example")))
                .id();
    }

    @AfterEach
    void close() {
        account.close();
    }

    private TargetRecord lead(String key, Map<String, Object> more, Map<String, Object> custom) {
        Map<String, Object> fields = new TreeMap<>(more);
        fields.put("title", "Implant " + key);
        fields.put("person", person);
        return new TargetRecord("inquiry-to-lead", "lead", key, null, fields, custom, List.of(), List.of());
    }

    private void prepare(Map<String, FieldType> fields) {
        fields.forEach((name, type) -> account.prepare(new SchemaItem.CustomField(
                "deal", name, type, type.name().contains("CHOICE") ? List.of("Red", "Blue", "Green") : List.of())));
    }

    @Test
    void a_lead_keeps_everything_a_deal_field_can_hold() {
        Map<String, FieldType> types = new TreeMap<>();
        for (FieldType type : FieldType.values()) {
            types.put(type.name(), type);
        }
        prepare(types);
        account.prepare(new SchemaItem.LeadLabel("Hot"));
        Map<String, Object> custom = Map.ofEntries(
                Map.entry("TEXT", "a"),
                Map.entry("LONG_TEXT", "b"),
                Map.entry("NUMBER", new BigDecimal("1.5")),
                Map.entry("MONEY", new Money(new BigDecimal("12.5"), "USD")),
                Map.entry("DATE", LocalDate.of(2024, 2, 29)),
                Map.entry("TIME", LocalTime.of(9, 30)),
                Map.entry("CHOICE", "Blue"),
                Map.entry("SEVERAL_CHOICES", List.of("Green", "Red")),
                Map.entry("PHONE", "+15550100100"),
                Map.entry("ADDRESS", "Main Street 1, Berlin"),
                Map.entry("PERSON", person),
                Map.entry("USER", new TargetId("12")));
        TargetRecord record = lead(
                "l-1",
                Map.of(
                        "value",
                        new Money(new BigDecimal("900"), "USD"),
                        "labels",
                        List.of("Hot"),
                        "expected_close_date",
                        LocalDate.of(2026, 1, 31),
                        "owner",
                        new TargetId("12")),
                custom);

        Receipt receipt = account.create(record);

        assertThat(receipt.differences()).isEmpty();
        assertThat(receipt.id().value()).hasSize(36);
        assertThat(receipt.tokens()).isEqualTo(10);
        Map<String, Object> held = account.readBack("lead", receipt.id()).values();
        assertThat(held).containsAllEntriesOf(record.fields());
        assertThat(held.get("SEVERAL_CHOICES"))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                .containsExactlyInAnyOrder("Red", "Green");
        Map<String, Object> rest = new TreeMap<>(custom);
        rest.remove("SEVERAL_CHOICES");
        assertThat(held).containsAllEntriesOf(rest);
    }

    @Test
    void a_change_sends_what_changed_and_takes_away_what_is_gone() {
        prepare(Map.of("Colour", FieldType.CHOICE, "Fee", FieldType.MONEY));
        account.prepare(new SchemaItem.LeadLabel("Hot"));
        TargetId id = account.create(lead(
                        "l-1",
                        Map.of("labels", List.of("Hot"), "value", new Money(BigDecimal.TEN, "EUR")),
                        Map.of("Colour", "Red", "Fee", new Money(BigDecimal.ONE, "EUR"))))
                .id();

        account.update(lead("l-1", Map.of(), Map.of("Colour", "Blue")), id, "labels", "value", "Fee", "Colour");

        assertThat(account.readBack("lead", id).values())
                .containsEntry("Colour", "Blue")
                .doesNotContainKeys("labels", "value", "Fee");
    }

    @Test
    void leads_are_found_by_their_origin_and_doubles_are_told() {
        TargetRecord one = lead("l 1", Map.of(), Map.of());
        Instant start = Instant.now();
        List<TargetId> ids = new ArrayList<>();
        for (int i = 0; i < 505; i++) {
            ids.add(account.create(lead("l " + i, Map.of(), Map.of())).id());
        }
        TargetId second = account.create(one).id();

        List<Trace> traces = account.traces(new TraceRequest("lead", one.mapping(), Set.of(), start, List.of()));

        assertThat(traces)
                .hasSize(506)
                .contains(new Trace("l 1", ids.get(1)), new Trace("l 1", second), new Trace("l 504", ids.get(504)));
    }

    @Test
    void a_lead_whose_answer_was_lost_is_found_and_deleted_once() {
        account.sandbox().faults().onWrite(2, Faults.Kind.LOST_ANSWER_AFTER_COMMIT);
        TargetRecord one = lead("l-1", Map.of(), Map.of());
        assertThatThrownBy(() -> account.create(one)).isInstanceOf(InDoubt.class);

        TargetId id = account.find(new FindRequest("lead", Instant.now(), List.of(one)))
                .get("l-1");

        assertThat(id).isNotNull();
        TargetWrite delete = new TargetWrite(Verb.DELETE, one, id, Set.of());
        assertThat(account.undo(delete)).isEqualTo(account.undo(delete));
        assertThat(account.readBack(new ReadBack("lead", Set.of(id)))).isEmpty();
        assertThat(account.readBack(new ReadBack("lead", null))).isEmpty();
    }

    @Test
    void labels_are_made_once_and_taken_back() {
        JsonNode before = account.sandbox().dump();
        account.sandbox().faults().onWrite(2, Faults.Kind.LOST_ANSWER_AFTER_COMMIT);
        SchemaItem hot = new SchemaItem.LeadLabel("Hot");

        SchemaItem.Made made = account.prepare(hot);

        assertThat(account.ask("catalogue", Set.of("lead"), Catalogue.class))
                .satisfies(catalogue -> assertThat(catalogue.leadLabels())
                        .containsExactly(Map.entry("Hot", made.id().value())))
                .satisfies(catalogue -> assertThat(catalogue.fields()).containsOnlyKeys("deal"));
        account.undo(new TargetWrite(
                Verb.DELETE, Records.plain("schema", "schema", hot.name(), Map.of()), made.id(), Set.of()));
        assertThat(account.sandbox().dump()).isEqualTo(before);
        assertThatThrownBy(() -> account.create(lead("l-1", Map.of("labels", List.of("Cold")), Map.of())))
                .isInstanceOfSatisfying(
                        RecordProblem.class,
                        problem -> assertThat(problem.problem().code()).isEqualTo("labels-unknown"));
    }

    @Test
    void notes_and_activities_belong_to_a_lead() {
        TargetId id = account.create(lead("l-1", Map.of(), Map.of())).id();

        TargetId note = account.create(
                        Records.plain("n", "note", "n-1", Map.of("content", "Text", "lead", id, "pinned", true)))
                .id();
        TargetId call = account.create(Records.plain("a", "activity", "a-1", Map.of("subject", "Call", "lead", id)))
                .id();

        assertThat(account.readBack("note", note).values())
                .containsEntry("lead", id)
                .containsEntry("pinned", true);
        assertThat(account.readBack("activity", call).values()).containsEntry("lead", id);
    }
}
