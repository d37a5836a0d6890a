package io.dragoman.systems.pipedrive;

import static org.assertj.core.api.Assertions.assertThat;

import io.dragoman.model.Catalogue;
import io.dragoman.model.FindRequest;
import io.dragoman.model.Mapping.FieldType;
import io.dragoman.model.Money;
import io.dragoman.model.ReadBack;
import io.dragoman.model.SchemaItem;
import io.dragoman.model.TargetId;
import io.dragoman.model.TargetRecord;
import io.dragoman.model.TargetWrite;
import io.dragoman.model.TargetWrite.Verb;
import io.dragoman.sandbox.RecordedRequest;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Every port is asked for every kind and every type of field, and the account takes it all. Whether each request is one that Pipedrive
 * describes is judged by {@code io.dragoman.contract}, here as in every test.
 */
class EveryRequestTest {
    private final Map<String, TargetRecord> records = new LinkedHashMap<>();
    private final Map<String, TargetId> ids = new LinkedHashMap<>();

    @Test
    void every_port_is_understood_for_every_kind_and_type() {
        try (Account account = Account.open()) {
            List<SchemaItem.Made> made = new ArrayList<>();
            List<SchemaItem> schema = schema();
            schema.forEach(item -> made.add(account.prepare(item)));
            write(account);
            change(account);
            read(account);
            takeBack(account, schema, made);

            List<RecordedRequest> requests = account.sandbox().requests();
            assertThat(requests)
                    .allSatisfy(request -> assertThat(request.status()).isBetween(200, 299));
            assertThat(asked(requests)).hasSizeGreaterThan(45);
        }
    }

    /** Methods and paths without ids, each once. */
    private static Set<String> asked(List<RecordedRequest> requests) {
        Set<String> asked = new TreeSet<>();
        requests.forEach(request -> asked.add(request.method() + " "
                + request.path().replaceFirst("\\?.*", "").replaceAll("/([0-9]+|[0-9a-f]{40})(?=/|$)", "/{id}")));
        return asked;
    }

    private static List<SchemaItem> schema() {
        List<SchemaItem> items = new ArrayList<>();
        for (String kind : List.of("person", "organization", "deal", "product")) {
            items.add(new SchemaItem.CustomField(kind, Records.SOURCE_FIELD, FieldType.TEXT, List.of()));
            for (FieldType type : FieldType.values()) {
                List<String> options = type.name().contains("CHOICE") ? List.of("Red", "Blue") : List.of();
                items.add(new SchemaItem.CustomField(kind, type.name(), type, options));
            }
        }
        items.add(new SchemaItem.Pipeline("Plans"));
        items.add(new SchemaItem.Stage("Plans", "Proposed"));
        items.add(new SchemaItem.ActivityType("Recall"));
        return items;
    }

    private void write(Account account) {
        Map<String, Object> person = Map.of(
                "name",
                "Ada Example",
                "emails",
                List.of("ada@example.org"),
                "phones",
                List.of(Map.of("value", "+15550100100", "label", "mobile")),
                "add_time",
                Instant.EPOCH,
                "owner",
                new TargetId("11"));
        make(account, Records.kept("person", "p-1", person, Map.of()));
        make(
                account,
                Records.kept(
                        "organization",
                        "o-1",
                        Map.of("name", "Example Works", "address", "1 Example Street", "add_time", Instant.EPOCH),
                        custom()));
        make(account, Records.kept("deal", "d-1", deal(), custom()));
        make(account, Records.kept("product", "x-1", product(), custom()));
        make(account, Records.plain("m", "activity", "a-1", activity()));
        Map<String, Object> line = Map.of(
                "product",
                id("product"),
                "item_price",
                new Money(new BigDecimal("12.30"), "EUR"),
                "quantity",
                new BigDecimal("1.5"),
                "discount",
                new BigDecimal("5"),
                "discount_type",
                "percentage",
                "tax",
                new BigDecimal("7.5"),
                "tax_method",
                "exclusive",
                "comments",
                "Upper left");
        make(account, Records.lines("d-1", Map.of("deal", id("deal")), List.of(line, line)));
    }

    private void make(Account account, TargetRecord record) {
        records.put(record.kind(), record);
        ids.put(record.kind(), account.create(record).id());
    }

    private TargetId id(String kind) {
        TargetId id = ids.get(kind);
        if (id == null) {
            throw new AssertionError("not written yet: " + kind);
        }
        return id;
    }

    private Map<String, Object> custom() {
        Map<String, Object> custom = new HashMap<>();
        custom.put("TEXT", "short");
        custom.put("LONG_TEXT", "long");
        custom.put("NUMBER", new BigDecimal("1.5"));
        custom.put("MONEY", new Money(new BigDecimal("2.50"), "EUR"));
        custom.put("DATE", LocalDate.EPOCH);
        custom.put("TIME", LocalTime.NOON);
        custom.put("CHOICE", "Red");
        custom.put("SEVERAL_CHOICES", List.of("Red", "Blue"));
        custom.put("PHONE", "+15550100100");
        custom.put("ADDRESS", "1 Example Street");
        custom.put("PERSON", id("person"));
        custom.put("USER", new TargetId("11"));
        return custom;
    }

    private Map<String, Object> deal() {
        return Map.of(
                "title",
                "Crown",
                "value",
                new Money(new BigDecimal("980.10"), "EUR"),
                "pipeline",
                "Plans",
                "stage",
                "Proposed",
                "status",
                "lost",
                "lost_time",
                Instant.EPOCH,
                "lost_reason",
                "Moved away",
                "probability",
                new BigDecimal(50),
                "expected_close_date",
                LocalDate.EPOCH,
                "person",
                id("person"));
    }

    private static Map<String, Object> product() {
        return Map.of(
                "name", "Exam",
                "code", "X-1",
                "unit", "visit",
                "description", "An exam.",
                "tax", new BigDecimal("7.5"),
                "prices", new Money(new BigDecimal("80.00"), "USD"));
    }

    private Map<String, Object> activity() {
        Map<String, Object> fields = new HashMap<>();
        fields.put("subject", "Recall");
        fields.put("type", "Recall");
        fields.put("due", Instant.EPOCH);
        fields.put("duration", new BigDecimal(30));
        fields.put("done", true);
        fields.put("busy", false);
        fields.put("note", "A note.");
        fields.put("public_description", "For all.");
        fields.put("location", "1 Example Street");
        fields.put("person", id("person"));
        fields.put("organization", id("organization"));
        fields.put("deal", id("deal"));
        return fields;
    }

    /** Sends every field once more, then clears every field that can be empty. */
    private void change(Account account) {
        records.forEach((kind, record) -> {
            Set<String> all = new TreeSet<>(record.fields().keySet());
            all.addAll(record.customFields().keySet());
            ids.put(
                    kind,
                    account.write(new TargetWrite(Verb.UPDATE, record, id(kind), all))
                            .id());
        });
        TargetRecord bare = Records.plain("m", "activity", "a-1", Map.of("subject", "Recall"));
        account.update(bare, id("activity"), "due", "duration", "note", "person", "organization", "deal", "location");
        TargetRecord empty = Records.kept("organization", "o-1", Map.of("name", "Example Works"), Map.of());
        Set<String> cleared = new TreeSet<>(custom().keySet());
        cleared.add("address");
        account.write(new TargetWrite(Verb.UPDATE, empty, id("organization"), cleared));
        account.update(Records.person("p-1"), id("person"), "add_time");
    }

    private void read(Account account) {
        account.ask("catalogue", records.keySet(), Catalogue.class);
        account.ask("owners", "", List.class);
        records.forEach((kind, record) -> {
            account.find(new FindRequest(kind, Instant.now(), List.of(record)));
            account.readBack(kind, id(kind));
            if (!kind.equals("deal-lines")) {
                account.readBack(new ReadBack(kind, null));
            }
        });
    }

    private void takeBack(Account account, List<SchemaItem> schema, List<SchemaItem.Made> made) {
        List<String> kinds = new ArrayList<>(records.keySet());
        kinds.sort(Comparator.comparing(kinds::indexOf).reversed());
        for (String kind : kinds) {
            TargetRecord record = records.get(kind);
            if (record != null) {
                account.undo(new TargetWrite(Verb.DELETE, record, id(kind), Set.of()));
            }
        }
        for (int i = schema.size() - 1; i >= 0; i--) {
            TargetRecord item = Records.plain("schema", "schema", schema.get(i).name(), Map.of());
            account.undo(new TargetWrite(Verb.DELETE, item, made.get(i).id(), Set.of()));
        }
    }
}
