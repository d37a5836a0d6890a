package io.dragoman.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The products on deals. */
final class LineDesk {
    private static final int BULK = 100;
    private static final String ALL = "/api/v2/deals/{id}/products";

    private final Account account;
    private final Strict strict;
    private final Rules rules;
    private final View view;
    private final Lists lists;

    LineDesk(Account account) {
        this.account = account;
        this.strict = new Strict(account);
        this.rules = new Rules(account);
        this.view = new View(account);
        this.lists = new Lists(account);
    }

    void open(Router router) {
        router.read(ALL, 10, this::list);
        router.read("/api/v2/deals/products", 10, this::listMany);
        router.write("POST", ALL, 5, this::create);
        router.write("POST", ALL + "/bulk", 25, this::createMany);
        router.write("PATCH", ALL + "/{line}", 5, this::change);
        router.write("DELETE", ALL + "/{line}", 3, this::delete);
        router.write("DELETE", ALL, 15, this::deleteMany);
    }

    private Answer list(Call call) {
        Row deal = account.records(Kind.DEAL).get(call.id());
        Set<String> allowed = QueryKeys.ofList(Kind.LINE);
        allowed.remove("deal_id");
        QueryKeys.only(call.ask().query(), allowed);
        var lines = account.records(Kind.LINE).ofDeal(deal.id);
        return lists.page(Kind.LINE, call.ask().query(), ViewOptions.PLAIN, row -> true, lines);
    }

    private Answer listMany(Call call) {
        Map<String, String> query = call.ask().query();
        Set<String> allowed = new HashSet<>(QueryKeys.ofList(Kind.LINE));
        allowed.remove("deal_id");
        allowed.add("deal_ids");
        QueryKeys.only(query, allowed);
        String given = query.get("deal_ids");
        if (given == null) {
            throw Refusal.invalid("deal_ids: is required");
        }
        var lines = QueryKeys.numbers("deal_ids", given).stream().flatMap(account.records(Kind.LINE)::ofDeal);
        return lists.page(Kind.LINE, query, ViewOptions.PLAIN, row -> true, lines);
    }

    private Answer create(Call call) {
        Row deal = account.records(Kind.DEAL).get(call.id());
        Problems problems = new Problems();
        ObjectNode record = check(deal, call.ask().object(), "", problems);
        problems.refuse();
        return Answer.data(201, view.of(Kind.LINE, add(deal, record)));
    }

    private Answer createMany(Call call) {
        Row deal = account.records(Kind.DEAL).get(call.id());
        ObjectNode body = call.ask().object();
        JsonNode list = body.path("data");
        if (!list.isArray() || list.isEmpty() || list.size() > BULK || body.size() != 1) {
            throw Refusal.invalid("data: must be an array of 1 to " + BULK + " products");
        }
        Problems problems = new Problems();
        List<ObjectNode> records = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            if (!(list.get(i) instanceof ObjectNode line)) {
                throw Refusal.invalid("data[" + i + "]: must be an object");
            }
            records.add(check(deal, line, "data[" + i + "].", problems));
        }
        problems.refuse();
        ArrayNode made = Json.array();
        List<Row> rows = records.stream().map(record -> add(deal, record)).toList();
        rows.forEach(row -> made.add(view.of(Kind.LINE, row)));
        return Answer.data(201, made);
    }

    private ObjectNode check(Row deal, ObjectNode body, String place, Problems problems) {
        ObjectNode taken = strict.take(Kind.LINE, body, true, place, problems);
        ObjectNode record = RecordDesk.merge(Json.object(), taken).put("deal_id", deal.id);
        rules.settle(Kind.LINE, true, taken, record, problems);
        return record;
    }

    private Row add(Row deal, ObjectNode record) {
        taxMethod(deal, record);
        long order = account.records(Kind.LINE).ofDeal(deal.id).count() + 1;
        return account.records(Kind.LINE).add(record.put("order_nr", order * 10), account.now());
    }

    /** The tax method belongs to all lines of a deal, so the deal keeps it. */
    private void taxMethod(Row deal, ObjectNode record) {
        JsonNode method = record.remove("tax_method");
        if (method != null) {
            ObjectNode dealRecord = deal.record();
            dealRecord.set("_tax_method", method);
            deal.write(dealRecord, account.now());
        }
    }

    private Answer change(Call call) {
        Row deal = account.records(Kind.DEAL).get(call.id());
        Row line = lineOf(deal, call.id(1));
        Problems problems = new Problems();
        ObjectNode taken = strict.take(Kind.LINE, call.ask().object(), false, problems);
        ObjectNode record = RecordDesk.merge(line.record(), taken);
        rules.settle(Kind.LINE, false, taken, record, problems);
        problems.refuse();
        taxMethod(deal, record);
        line.write(record, account.now());
        return Answer.data(view.of(Kind.LINE, line));
    }

    private Answer delete(Call call) {
        Row line = lineOf(account.records(Kind.DEAL).get(call.id()), call.id(1));
        line.delete(account.now());
        return Answer.id(line.id);
    }

    private Answer deleteMany(Call call) {
        Row deal = account.records(Kind.DEAL).get(call.id());
        Map<String, String> query = call.ask().query();
        QueryKeys.only(query, Set.of("ids"));
        Set<Long> wanted =
                query.containsKey("ids") ? QueryKeys.numbers("ids", query.getOrDefault("ids", "")) : Set.of();
        ArrayNode gone = Json.array();
        List<Row> lines = account.records(Kind.LINE)
                .ofDeal(deal.id)
                .filter(line -> wanted.isEmpty() || wanted.contains(line.id))
                .toList();
        lines.stream().limit(BULK).forEach(line -> {
            line.delete(account.now());
            gone.add(line.id);
        });
        ObjectNode body = Answer.envelope(Json.object().set("ids", gone));
        body.putObject("additional_data").put("more_items_in_collection", lines.size() > BULK);
        return Answer.json(200, body);
    }

    private Row lineOf(Row deal, long id) {
        Row line = account.records(Kind.LINE).get(id);
        if (line.reference(0) != deal.id) {
            throw Refusal.missing(Kind.LINE.title());
        }
        return line;
    }
}
