package io.dragoman.systems.pipedrive;

import static org.assertj.core.api.Assertions.assertThat;

import io.dragoman.model.Mapping.FieldType;
import io.dragoman.model.Money;
import io.dragoman.model.Receipt;
import io.dragoman.model.SchemaItem;
import io.dragoman.model.TargetId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every kind of record is written, changed and read back as it was meant. */
class WriteTest {
    private static Account account;

    @BeforeAll
    static void open() {
        account = Account.open();
        for (String kind : List.of("person", "organization", "deal", "product")) {
            account.prepare(new SchemaItem.CustomField(kind, Records.SOURCE_FIELD, FieldType.TEXT, List.of()));
        }
    }

    @AfterAll
    static void close() {
        account.close();
    }

    private static TargetId organization() {
        return account.create(Records.kept("organization", "o-1", Map.of("name", "Example Works"), Map.of()))
                .id();
    }

    private static TargetId person() {
        return account.create(Records.person("p-linked")).id();
    }

    @Test
    void a_person_keeps_name_contacts_owner_and_the_time_it_was_made() {
        TargetId organization = organization();
        Map<String, Object> fields = Map.of(
                "name",
                "Ada Example",
                "emails",
                List.of("ada@example.org", "ada@example.com"),
                "phones",
                List.of(Map.of("value", "+15550100100", "label", "mobile"), "+15550100101"),
                "add_time",
                Instant.parse("2019-03-04T05:06:07.890Z"),
                "owner",
                new TargetId("12"),
                "organization",
                organization);

        Receipt receipt = account.create(Records.kept("person", "p-1", fields, Map.of()));

        assertThat(receipt.differences()).isEmpty();
        assertThat(receipt.tokens()).isEqualTo(5);
        assertThat(account.readBack("person", receipt.id()).values())
                .containsEntry("name", "Ada Example")
                .containsEntry("emails", List.of("ada@example.org", "ada@example.com"))
                .containsEntry("phones", List.of("+15550100100", "+15550100101"))
                .containsEntry("add_time", Instant.parse("2019-03-04T05:06:07Z"))
                .containsEntry("owner", new TargetId("12"))
                .containsEntry("organization", organization)
                .containsEntry(Records.SOURCE_FIELD, "p-1");
        assertThat(account.sandbox().dump().toString()).contains("\"label\":\"mobile\"");
    }

    @Test
    void every_type_of_custom_field_comes_back_as_it_was_sent() {
        TargetId organization = organization();
        TargetId person = person();
        Map<FieldType, Object> values = Map.ofEntries(
                Map.entry(FieldType.TEXT, "short"),
                Map.entry(FieldType.LONG_TEXT, "long\n" + "x".repeat(300)),
                Map.entry(FieldType.NUMBER, new BigDecimal("12.50")),
                Map.entry(FieldType.MONEY, new Money(new BigDecimal("1234567.89"), "EUR")),
                Map.entry(FieldType.DATE, LocalDate.of(1980, 2, 29)),
                Map.entry(FieldType.TIME, LocalTime.of(8, 30)),
                Map.entry(FieldType.CHOICE, "Blue"),
                Map.entry(FieldType.SEVERAL_CHOICES, List.of("Red", "Blue")),
                Map.entry(FieldType.PHONE, "+15550100100"),
                Map.entry(FieldType.ADDRESS, "1 Example Street, Springfield"),
                Map.entry(FieldType.PERSON, person),
                Map.entry(FieldType.ORGANIZATION, organization),
                Map.entry(FieldType.USER, new TargetId("11")));
        Map<String, Object> custom = new java.util.HashMap<>();
        values.forEach((type, value) -> {
            List<String> options = type.name().contains("CHOICE") ? List.of("Red", "Green", "Blue") : List.of();
            account.prepare(new SchemaItem.CustomField("person", "A " + type, type, options));
            custom.put("A " + type, value);
        });

        Receipt receipt = account.create(Records.kept("person", "p-2", Map.of("name", "Bo Example"), custom));

        assertThat(receipt.differences()).isEmpty();
        Map<String, Object> held = account.readBack("person", receipt.id()).values();
        assertThat(held.get("A SEVERAL_CHOICES"))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                .containsExactlyInAnyOrder("Red", "Blue");
        assertThat((BigDecimal) held.get("A NUMBER")).isEqualByComparingTo("12.5");
        custom.remove("A SEVERAL_CHOICES");
        custom.remove("A NUMBER");
        assertThat(held).containsAllEntriesOf(custom);
    }

    @Test
    void a_change_sends_only_what_changed_and_clears_what_is_gone() {
        TargetId id = account.create(Records.kept(
                        "person",
                        "p-3",
                        Map.of("name", "Cy Example", "emails", List.of("cy@example.org"), "add_time", Instant.EPOCH),
                        Map.of()))
                .id();
        int before = account.sandbox().requests().size();

        account.update(
                Records.kept("person", "p-3", Map.of("name", "Cy Sample", "add_time", Instant.EPOCH), Map.of()),
                id,
                "name",
                "emails",
                "add_time");

        assertThat(account.sandbox().requests().get(before).body())
                .contains("Cy Sample")
                .contains("\"emails\":[]")
                .doesNotContain("add_time")
                .doesNotContain("custom_fields");
        assertThat(account.readBack("person", id).values())
                .containsEntry("name", "Cy Sample")
                .doesNotContainKey("emails");
    }

    @Test
    void a_custom_field_that_is_gone_is_cleared_by_null() {
        account.prepare(new SchemaItem.CustomField("person", "Colours", FieldType.SEVERAL_CHOICES, List.of("Red")));
        TargetId id = account.create(
                        Records.kept("person", "p-4", Map.of("name", "Di Example"), Map.of("Colours", List.of("Red"))))
                .id();

        Receipt receipt = account.update(Records.person("p-4"), id, "Colours");

        assertThat(receipt.differences()).isEmpty();
        assertThat(account.readBack("person", id).values()).doesNotContainKey("Colours");
    }

    @Test
    void a_deal_stands_in_its_pipeline_and_stage_with_value_and_ending() {
        account.prepare(new SchemaItem.Pipeline("Treatment plans"));
        account.prepare(new SchemaItem.Stage("Treatment plans", "Proposed"));
        account.prepare(new SchemaItem.Stage("Treatment plans", "Completed"));
        Map<String, Object> fields = Map.of(
                "title",
                "Crown",
                "value",
                new Money(new BigDecimal("980.10"), "EUR"),
                "pipeline",
                "Treatment plans",
                "stage",
                "Completed",
                "status",
                "won",
                "won_time",
                Instant.parse("2020-05-06T07:08:09Z"),
                "person",
                person(),
                "organization",
                organization());

        Receipt receipt = account.create(Records.kept("deal", "d-1", fields, Map.of()));

        assertThat(receipt.differences()).isEmpty();
        Map<String, Object> held = account.readBack("deal", receipt.id()).values();
        assertThat(held).containsEntry("stage", "Completed").containsEntry("status", "won");
        assertThat(String.valueOf(held.get("value"))).contains("980.1", "EUR");

        account.update(
                Records.kept(
                        "deal",
                        "d-1",
                        Map.of("title", "Crown", "pipeline", "Treatment plans", "stage", "Proposed"),
                        Map.of()),
                receipt.id(),
                "stage");
        assertThat(account.readBack("deal", receipt.id()).values()).containsEntry("stage", "Proposed");
    }

    @Test
    void a_product_has_one_price_for_each_currency() {
        Map<String, Object> fields = Map.of(
                "name", "Exam",
                "code", "X-1",
                "unit", "visit",
                "description", "An exam.",
                "prices", List.of(new Money(new BigDecimal("80.00"), "USD"), new Money(new BigDecimal("70"), "EUR")));

        Receipt receipt = account.create(Records.kept("product", "x-1", fields, Map.of()));

        assertThat(receipt.differences()).isEmpty();
        assertThat(account.readBack("product", receipt.id()).values())
                .containsEntry("code", "X-1")
                .extractingByKey("prices", org.assertj.core.api.InstanceOfAssertFactories.LIST)
                .hasSize(2);
    }

    @Test
    void an_activity_has_its_time_in_utc_its_person_and_the_key_in_its_note() {
        TargetId person = person();
        account.prepare(new SchemaItem.ActivityType("Recall"));
        Map<String, Object> fields = Map.of(
                "subject",
                "Recall & exam",
                "type",
                "Recall",
                "due",
                Instant.parse("2026-03-01T23:30:00Z"),
                "duration",
                new BigDecimal(90),
                "done",
                true,
                "note",
                "First line <3\nSecond line",
                "person",
                person,
                "organization",
                organization(),
                "owner",
                new TargetId("11"));

        Receipt receipt = account.create(Records.plain("recall-to-activity", "activity", "r-1", fields));

        assertThat(receipt.differences()).isEmpty();
        assertThat(account.readBack("activity", receipt.id()).values())
                .containsEntry("type", "Recall")
                .containsEntry("due", Instant.parse("2026-03-01T23:30:00Z"))
                .containsEntry("duration", new BigDecimal(90))
                .containsEntry("done", true)
                .containsEntry("person", person)
                .containsEntry("note", "First line <3\nSecond line");
    }

    @Test
    void the_types_every_account_has_need_no_preparing() {
        Receipt receipt = account.create(
                Records.plain("visit-to-activity", "activity", "v-1", Map.of("subject", "Visit", "type", "Meeting")));

        assertThat(account.readBack("activity", receipt.id()).values()).containsEntry("type", "Meeting");
    }
}
