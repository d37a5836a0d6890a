package io.dragoman.sandbox;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/** Leads, of the first API version: named by UUIDs, in offset pages, with the custom fields of deals flat on them. */
final class LeadDesk {
    private static final String ALL = "/api/v1/leads";
    private static final Set<String> LIST_KEYS =
            Set.of("limit", "start", "owner_id", "person_id", "organization_id", "filter_id", "sort");
    private static final Map<String, ToLongFunction<Row>> ORDERS =
            Map.of("add_time", Row::added, "update_time", Row::updated, "id", row -> row.id);

    private final Account account;
    private final LeadBody bodies;
    private final LeadView view;

    LeadDesk(Account account) {
        this.account = account;
        this.bodies = new LeadBody(account);
        this.view = new LeadView(account);
    }

    void open(Router router) {
        router.read(ALL, 20, call -> list(call, false));
        router.read(ALL + "/archived", 40, call -> list(call, true));
        router.write("POST", ALL, 10, this::create);
        router.read(ALL + "/{id}", 2, call -> Answer.data(view.of(get(call))));
        router.write("PATCH", ALL + "/{id}", 10, this::change);
        router.write("DELETE", ALL + "/{id}", 6, this::delete);
    }

    private Answer create(Call call) {
        ObjectNode lead = bodies.take(call.ask().object(), Json.object(), true);
        return Answer.data(201, view.of(account.records(Kind.LEAD).add(lead, account.now())));
    }

    private Answer change(Call call) {
        Row row = get(call);
        ObjectNode body = call.ask().object();
        boolean archived = row.record().path("is_archived").asBoolean(false);
        if (archived && body.path("is_archived").asBoolean(true)) {
            throw Refusal.old(400, "An archived lead cannot be changed");
        }
        row.write(bodies.take(body, row.record(), false), account.now());
        return Answer.data(view.of(row));
    }

    private Answer delete(Call call) {
        Row row = get(call);
        row.delete(account.now());
        return Answer.data(Json.object().put("id", Uuid.of(Kind.LEAD, row.id)));
    }

    private Row get(Call call) {
        Row row = account.records(Kind.LEAD).find(Uuid.number(Kind.LEAD, call.variable()));
        if (row == null) {
            throw Refusal.old(404, "Lead not found");
        }
        return row;
    }

    private Answer list(Call call, boolean archived) {
        Map<String, String> query = call.ask().query();
        Set<String> allowed = new HashSet<>(LIST_KEYS);
        if (!archived) {
            allowed.add("updated_since");
        }
        QueryKeys.only(query, allowed);
        Map<String, String> chosenBy = new HashMap<>(query);
        chosenBy.keySet().removeAll(Set.of("limit", "start", "sort"));
        Predicate<Row> chosen = Choice.of(Kind.LEAD, chosenBy, false)
                .and(row -> row.record().path("is_archived").asBoolean(false) == archived);
        int limit = QueryKeys.limit(query, 500);
        long start = QueryKeys.number("start", query.getOrDefault("start", "0"));
        List<Row> rows = account.records(Kind.LEAD)
                .walk(true, null)
                .filter(chosen)
                .sorted(order(query.getOrDefault("sort", "add_time ASC")))
                .skip(start)
                .limit(limit + 1L)
                .toList();
        ArrayNode data = Json.array();
        rows.stream().limit(limit).forEach(row -> data.add(view.of(row)));
        ObjectNode body = Answer.envelope(data);
        body.putObject("additional_data")
                .put("start", start)
                .put("limit", limit)
                .put("more_items_in_collection", rows.size() > limit);
        return Answer.json(200, body);
    }

    /** Of leads of one second the number tells the order. */
    private static Comparator<Row> order(String asked) {
        String[] sort = asked.split(" ", 2);
        ToLongFunction<Row> key = ORDERS.get(sort[0]);
        if (key == null) {
            throw Refusal.old(400, "sort: must be one of " + ORDERS.keySet());
        }
        Comparator<Row> order = Comparator.comparingLong(key).thenComparingLong(row -> row.id);
        return sort.length == 1 || sort[1].equalsIgnoreCase("ASC") ? order : order.reversed();
    }
}
