package io.dragoman.systems.pipedrive;

import static org.assertj.core.api.Assertions.assertThat;

import io.dragoman.model.Mapping.FieldType;
import io.dragoman.model.Money;
import io.dragoman.model.ReadBack;
import io.dragoman.model.Receipt;
import io.dragoman.model.SchemaItem;
import io.dragoman.model.TargetId;
import io.dragoman.model.TargetRecord;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Lines of a deal are written all at once, and replaced when they change. */
class LineWriteTest {
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

    @Test
    void lines_of_a_deal_are_added_at_once_and_replaced_when_they_change() {
        TargetId product = account.create(Records.kept("product", "x-2", Map.of("name", "Filling"), Map.of()))
                .id();
        TargetId deal = account.create(Records.kept("deal", "d-2", Map.of("title", "Fillings"), Map.of()))
                .id();
        Map<String, Object> one = line(product, "50", "Upper left");
        TargetRecord two =
                Records.lines("d-2", Map.of("deal", deal), List.of(one, line(product, "60.5", "Lower left")));

        Receipt made = account.create(two);
        assertThat(made.differences()).isEmpty();
        assertThat(made.id().value()).startsWith(deal.value() + "/").contains(",");
        assertThat(account.readBack("deal-lines", made.id()).values().get("lines"))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                .hasSize(2);

        Receipt changed = account.update(Records.lines("d-2", Map.of("deal", deal), List.of(one)), made.id(), "lines");
        assertThat(changed.id()).isNotEqualTo(made.id());
        assertThat(account.readBack(new ReadBack("deal-lines", Set.of(made.id()))))
                .isEmpty();
        assertThat(String.valueOf(
                        account.readBack("deal-lines", changed.id()).values().get("lines")))
                .contains("comments=Upper left", "amount=50");
    }

    @Test
    void lines_follow_their_record_to_another_deal() {
        TargetId product = account.create(Records.kept("product", "x-4", Map.of("name", "Seal"), Map.of()))
                .id();
        TargetId old = account.create(Records.kept("deal", "d-4", Map.of("title", "Old"), Map.of()))
                .id();
        TargetId next = account.create(Records.kept("deal", "d-5", Map.of("title", "New"), Map.of()))
                .id();
        List<Map<String, Object>> lines = List.of(line(product, "1", "Seal"));
        TargetId before =
                account.create(Records.lines("d-4", Map.of("deal", old), lines)).id();

        TargetId after = account.update(Records.lines("d-4", Map.of("deal", next), lines), before, "deal")
                .id();

        assertThat(Lines.dealOf(after)).isEqualTo(next.value());
        assertThat(account.readBack(new ReadBack("deal-lines", Set.of(before, after))))
                .singleElement()
                .extracting(ReadBack.Held::id)
                .isEqualTo(after);
    }

    @Test
    void more_lines_than_one_request_takes_are_sent_in_several() {
        TargetId product = account.create(Records.kept("product", "x-3", Map.of("name", "Scan"), Map.of()))
                .id();
        TargetId deal = account.create(Records.kept("deal", "d-3", Map.of("title", "Scans"), Map.of()))
                .id();
        List<Map<String, Object>> lines = IntStream.range(0, 130)
                .mapToObj(i -> line(product, "1", "Scan " + i))
                .toList();

        Receipt made = account.create(Records.lines("d-3", Map.of("deal", deal), lines));

        assertThat(made.differences()).isEmpty();
        assertThat(Lines.linesOf(made.id())).hasSize(130);
        assertThat(made.tokens()).isEqualTo(10 + 2 * 25);
    }

    private static Map<String, Object> line(TargetId product, String price, String comments) {
        return Map.of(
                "product",
                product,
                "item_price",
                new Money(new BigDecimal(price), "EUR"),
                "quantity",
                new BigDecimal(1),
                "comments",
                comments);
    }
}
