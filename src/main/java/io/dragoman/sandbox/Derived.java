package io.dragoman.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Fills in what the account works out by itself: times, split names, sums. */
final class Derived {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Account account;

    Derived(Account account) {
        this.account = account;
    }

    void complete(Kind kind, Row row, ObjectNode record, ObjectNode view) {
        view.put("add_time", Tidy.time(row.added())).put("update_time", Tidy.time(row.updated()));
        switch (kind) {
            case PERSON -> names(view);
            case DEAL -> deal(record, view);
            case PRODUCT -> product(row, view);
            case ACTIVITY -> activity(record, view);
            case LINE -> line(record, view);
            default -> {}
        }
    }

    private static void names(ObjectNode view) {
        String name = view.path("name").asText();
        int space = name.lastIndexOf(' ');
        view.put("first_name", space < 0 ? name : name.substring(0, space));
        view.put("last_name", space < 0 ? null : name.substring(space + 1));
    }

    private void deal(ObjectNode record, ObjectNode view) {
        view.put("creator_user_id", account.me().id());
        view.put("stage_change_time", Tidy.time(record.path("_stage_changed").asLong()));
        String status = record.path("status").asText();
        if (!record.has("_closed")) {
            return;
        }
        String closed = Tidy.time(record.path("_closed").asLong());
        String own = status + "_time";
        if (view.path(own).isNull()) {
            view.put(own, record.path("close_time").asText(closed));
        }
        if (view.path("close_time").isNull()) {
            view.put("close_time", view.path(own).asText());
        }
    }

    private static void product(Row row, ObjectNode view) {
        view.set("category", view.path("category").isNull() ? view.get("category") : text(view.path("category")));
        ArrayNode prices = Json.array();
        for (JsonNode given : view.path("prices")) {
            ObjectNode price = prices.addObject().put("product_id", row.id);
            price.set("price", given.get("price"));
            price.set("currency", given.get("currency"));
            price.set("cost", given.has("cost") ? given.get("cost") : IntNode.valueOf(0));
            price.set("direct_cost", given.has("direct_cost") ? given.get("direct_cost") : Json.nothing());
            price.put("notes", given.path("notes").asText(""));
        }
        view.set("prices", prices);
    }

    private static JsonNode text(JsonNode value) {
        return TextNode.valueOf(value.asText());
    }

    private void activity(ObjectNode record, ObjectNode view) {
        view.put("creator_user_id", account.me().id());
        boolean done = view.path("done").asBoolean() && record.has("_done");
        view.put("marked_as_done_time", done ? Tidy.time(record.path("_done").asLong()) : null);
    }

    private void line(ObjectNode record, ObjectNode view) {
        Row product =
                account.records(Kind.PRODUCT).find(record.path("product_id").asLong());
        view.put("name", product == null ? null : product.record().path("name").asText());
        Row deal = account.records(Kind.DEAL).find(record.path("deal_id").asLong());
        ObjectNode dealRecord = deal == null ? Json.object() : deal.record();
        view.put("currency", dealRecord.path("currency").asText("EUR"));
        view.put("tax_method", dealRecord.path("_tax_method").asText("inclusive"));
        view.put("sum", sum(view));
    }

    private static BigDecimal sum(ObjectNode view) {
        BigDecimal sum = view.path("item_price")
                .decimalValue()
                .multiply(view.path("quantity").decimalValue());
        BigDecimal discount = view.path("discount").decimalValue();
        boolean percentage = view.path("discount_type").asText().equals("percentage");
        sum = sum.subtract(percentage ? sum.multiply(discount).divide(HUNDRED) : discount);
        if (view.path("tax_method").asText().equals("exclusive")) {
            sum = sum.add(sum.multiply(view.path("tax").decimalValue()).divide(HUNDRED));
        }
        return sum.setScale(2, RoundingMode.HALF_UP).stripTrailingZeros();
    }
}
