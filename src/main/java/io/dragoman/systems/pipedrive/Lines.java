package io.dragoman.systems.pipedrive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dragoman.model.Money;
import io.dragoman.model.TargetId;
import io.dragoman.model.TargetRecord;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The bodies of deal lines, and the id that stands for all lines of one record: the deal, a slash, the lines joined with commas. */
final class Lines {
    private static final int MOST_AT_ONCE = 100;
    private static final List<String> NEEDED = List.of("product", "item_price", "quantity");
    static final Map<String, String> NAMES =
            Map.of("product_id", "product", "item_price", "item_price", "comments", "comments");

    private Lines() {}

    /** Bodies for as many bulk requests as the lines need. */
    static List<ObjectNode> bodies(TargetRecord record) {
        List<ObjectNode> lines =
                record.lines().stream().map(line -> line(record, line)).toList();
        return IntStream.iterate(0, from -> from < lines.size(), from -> from + MOST_AT_ONCE)
                .mapToObj(from -> lines.subList(from, Math.min(lines.size(), from + MOST_AT_ONCE)))
                .map(Lines::bulk)
                .toList();
    }

    static String deal(TargetRecord record) {
        Site site = Site.of(record);
        if (record.fields().get("deal") instanceof TargetId id) {
            return Long.toString(Words.number(site, "deal", id));
        }
        throw site.problem("link-missing", "deal", "Lines need the deal they belong to. Write that deal first.");
    }

    static TargetId id(String deal, List<String> lines) {
        return new TargetId(deal + "/" + String.join(",", lines));
    }

    static String dealOf(TargetId id) {
        return id.value().substring(0, id.value().indexOf('/'));
    }

    static List<String> linesOf(TargetId id) {
        String lines = id.value().substring(id.value().indexOf('/') + 1);
        return lines.isEmpty() ? List.of() : List.of(lines.split(",", -1));
    }

    private static ObjectNode bulk(List<ObjectNode> lines) {
        ArrayNode list = Json.array();
        list.addAll(lines);
        return Json.object().set("data", list);
    }

    private static ObjectNode line(TargetRecord record, TargetRecord.Line line) {
        Site site = Site.of(record);
        for (String field : NEEDED) {
            if (!line.fields().containsKey(field)) {
                throw site.problem(
                        "line-incomplete",
                        field,
                        "A line came out without " + field + ". Give it a value in the mapping.");
            }
        }
        ObjectNode body = Json.object();
        line.fields().forEach((field, value) -> {
            StandardFields.Column column = StandardFields.of(Kind.DEAL_LINES).get(field);
            if (column != null) {
                body.set(column.key(), new Shapes(site, field).of(column.type(), value));
            }
        });
        body.set("item_price", price(new Shapes(site, "item_price"), line.fields()));
        Object comments = line.fields().get("comments");
        body.put("comments", Marker.comment(comments == null ? null : comments.toString(), record));
        return body;
    }

    private static JsonNode price(Shapes shapes, Map<String, Object> fields) {
        Object price = fields.get("item_price");
        return Json.NODES.numberNode(
                price instanceof Money money ? money.amount() : shapes.number(price == null ? "" : price));
    }
}
