package io.dragoman.systems.pipedrive;

import static org.assertj.core.api.Assertions.assertThat;

import io.dragoman.model.Face;
import io.dragoman.model.FileFields;
import io.dragoman.model.HeldRecord;
import io.dragoman.model.HeldRequest;
import io.dragoman.model.Mapping.FieldType;
import io.dragoman.model.Money;
import io.dragoman.model.Receipt;
import io.dragoman.model.SchemaItem;
import io.dragoman.model.TargetId;
import io.dragoman.model.TargetRecord;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the account shows of every kind of record, in the answer of a write, in lists and by ids. */
class HeldTest {
    private static final Map<String, TargetRecord> RECORDS = new LinkedHashMap<>();
    private static final Map<String, Receipt> RECEIPTS = new LinkedHashMap<>();
    private static Account account;

    @BeforeAll
    static void makeOneOfEachKind() {
        account = Account.open(
                plain -> plain,
                plain -> plain,
                Budget.unlimited(),
                where -> new ByteArrayInputStream("the plan".getBytes(StandardCharsets.UTF_8)));
        for (String kind : List.of("person", "organization", "deal", "product")) {
            account.prepare(new SchemaItem.CustomField(kind, Records.SOURCE_FIELD, FieldType.TEXT, List.of()));
            for (FieldType type : FieldType.values()) {
                List<String> options = type.name().contains("CHOICE") ? List.of("Red", "Blue") : List.of();
                account.prepare(new SchemaItem.CustomField(kind, type.name(), type, options));
            }
        }
        account.prepare(new SchemaItem.Pipeline("Plans"));
        account.prepare(new SchemaItem.Stage("Plans", "Proposed"));
        account.prepare(new SchemaItem.LeadLabel("Hot"));
        people();
        business();
        below();
    }

    @AfterAll
    static void close() {
        account.close();
    }

    private static void make(TargetRecord record) {
        RECORDS.put(record.kind(), record);
        RECEIPTS.put(record.kind(), account.create(record));
    }

    private static TargetId id(String kind) {
        return Objects.requireNonNull(RECEIPTS.get(kind), kind).id();
    }

    private static void people() {
        Map<String, Object> person = Map.of(
                "name",
                "Ada Example",
                "emails",
                List.of("ada@example.org", "ada@example.com"),
                "phones",
                List.of(Map.of("value", "+15550100100", "label", "mobile")),
                "owner",
                new TargetId("11"));
        make(Records.kept("person", "p-1", person, Map.of()));
        Map<String, Object> custom = new HashMap<>();
        custom.put("TEXT", "short");
        custom.put("NUMBER", new BigDecimal("1.50"));
        custom.put("MONEY", new Money(new BigDecimal("2.50"), "EUR"));
        custom.put("DATE", LocalDate.EPOCH);
        custom.put("TIME", LocalTime.NOON);
        custom.put("CHOICE", "Red");
        custom.put("SEVERAL_CHOICES", List.of("Blue", "Red"));
        custom.put("ADDRESS", "1 Example Street");
        custom.put("PERSON", id("person"));
        make(Records.kept(
                "organization", "o-1", Map.of("name", "Example Works", "address", "1 Example Street"), custom));
        custom.remove("PERSON");
        Map<String, Object> lead = Map.of(
                "title",
                "Implant",
                "person",
                id("person"),
                "value",
                new Money(BigDecimal.TEN, "EUR"),
                "labels",
                List.of("Hot"));
        make(new TargetRecord("inquiry", "lead", "l-1", null, lead, custom, List.of(), List.of()));
    }

    private static void business() {
        Map<String, Object> deal = Map.of(
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
                "person",
                id("person"));
        make(Records.kept("deal", "d-1", deal, Map.of("NUMBER", new BigDecimal("3"))));
        make(Records.kept(
                "product",
                "x-1",
                Map.of("name", "Exam", "prices", new Money(new BigDecimal("80.00"), "USD")),
                Map.of()));
        Map<String, Object> activity = new HashMap<>();
        activity.put("subject", "Recall");
        activity.put("type", "meeting");
        activity.put("due", Instant.EPOCH);
        activity.put("duration", new BigDecimal(30));
        activity.put("done", true);
        activity.put("note", "A note.\nOf two lines & more.");
        activity.put("location", "1 Example Street");
        activity.put("person", id("person"));
        activity.put("deal", id("deal"));
        make(Records.plain("visit", "activity", "a-1", activity));
    }

    private static void below() {
        make(Records.plain(
                "memo", "note", "n-1", Map.of("content", "<b>Good</b> memo", "deal", id("deal"), "pinned", true)));
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
                "exclusive");
        make(Records.lines("d-1", Map.of("deal", id("deal")), List.of(line, line)));
        make(Records.plain("party", "deal-participant", "t-1", Map.of("deal", id("deal"), "person", id("person"))));
        TargetId other = account.create(Records.kept("organization", "o-2", Map.of("name", "Other Works"), Map.of()))
                .id();
        make(Records.plain(
                "tie",
                "organization-relationship",
                "r-1",
                Map.of("type", "parent", "from", id("organization"), "to", other)));
        Map<String, Object> file = new TreeMap<>(Map.of("person", id("person")));
        file.put(FileFields.CONTENT, "plan");
        file.put(FileFields.NAME, "plan.txt");
        file.put(FileFields.SIZE, new BigDecimal(8));
        file.put(FileFields.SHA256, "aab8f06fecd1c041e9a3d5a86114f9e522b546918db8503a045fe4a423b3642a");
        file.put(FileFields.MEDIA_TYPE, "text/plain");
        make(Records.plain("paper", "file", "f-1", file));
    }

    @SuppressWarnings("unchecked")
    private static List<HeldRecord> held(HeldRequest request) {
        Iterator<HeldRecord> held = account.ask("held", request, Iterator.class);
        List<HeldRecord> all = new java.util.ArrayList<>();
        held.forEachRemaining(all::add);
        return all;
    }

    private static HeldRecord held(String kind) {
        return held(HeldRequest.all(kind).of(id(kind))).get(0);
    }

    @Test
    void what_an_answer_showed_is_what_a_list_shows() {
        RECEIPTS.forEach((kind, receipt) -> {
            HeldRecord now = held(kind);
            assertThat(now.faces().keySet()).as(kind).hasSizeGreaterThan(1);
            Objects.requireNonNull(receipt.held(), kind).faces().forEach((key, face) -> {
                if (now.faces().containsKey(key)) {
                    assertThat(now.faces().get(key).text()).as(kind + " " + key).isEqualTo(face.text());
                }
            });
        });
    }

    @Test
    void what_we_send_shows_as_it_was_foreseen() {
        RECEIPTS.forEach((kind, receipt) -> {
            HeldRecord foreseen =
                    account.ask("as-sent", Objects.requireNonNull(RECORDS.get(kind), kind), HeldRecord.class);
            HeldRecord now = held(kind);
            foreseen.faces().forEach((key, face) -> {
                if (now.faces().containsKey(key)) {
                    assertThat(now.faces().get(key).text()).as(kind + " " + key).isEqualTo(face.text());
                }
            });
        });
    }

    @Test
    void whole_kinds_are_listed_where_the_account_has_a_list() {
        for (String kind : List.of("person", "organization", "deal", "product", "activity", "note", "lead")) {
            assertThat(held(HeldRequest.all(kind)))
                    .as(kind)
                    .extracting(HeldRecord::id)
                    .contains(id(kind));
            assertThat(held(HeldRequest.all(kind)).get(0).changedAt()).as(kind).isNotNull();
        }
    }

    @Test
    void custom_fields_that_no_mapping_names_are_shown_by_their_name() {
        HeldRecord now = held("organization");
        assertThat(now.faces().values())
                .extracting(Face::field)
                .contains("NUMBER", "SEVERAL_CHOICES", "label_ids", "visible_to", "PHONE");
        assertThat(now.customFields()).containsKeys("NUMBER", "CHOICE").doesNotContainKey("PHONE");
    }

    @Test
    void the_value_of_a_deal_with_products_is_theirs_and_not_compared() {
        assertThat(held("deal").faces()).doesNotContainKey("value").containsKey("title");
    }

    @Test
    void records_that_are_gone_are_not_answered() {
        TargetId gone = new TargetId("999999");
        for (String kind : List.of("person", "deal", "activity", "note", "file")) {
            assertThat(held(HeldRequest.all(kind).of(Set.of(gone, new TargetId("999998")))))
                    .as(kind)
                    .isEmpty();
        }
    }
}
