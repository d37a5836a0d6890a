package io.dragoman.sandbox;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The people of a deal, of the first API version. A deal's own person is not listed, and nobody is added twice. */
final class ParticipantDesk {
    private static final String ALL = "/api/v1/deals/{id}/participants";

    private final Account account;

    ParticipantDesk(Account account) {
        this.account = account;
    }

    void open(Router router) {
        router.read(ALL, 10, this::list);
        router.write("POST", ALL, 10, this::create);
        router.write("DELETE", ALL + "/{participant}", 6, this::delete);
    }

    private Row deal(Call call) {
        Row deal = account.records(Kind.DEAL).find(call.id());
        if (deal == null) {
            throw Refusal.old(404, "Deal not found");
        }
        return deal;
    }

    private List<Row> of(Row deal) {
        return account.records(Kind.PARTICIPANT)
                .visible()
                .filter(row -> row.reference(0) == deal.id)
                .toList();
    }

    private Answer list(Call call) {
        Map<String, String> query = call.ask().query();
        QueryKeys.only(query, Set.of("start", "limit"));
        int limit = QueryKeys.limit(query, 500);
        long start = QueryKeys.number("start", query.getOrDefault("start", "0"));
        List<Row> rows = of(deal(call));
        ArrayNode data = Json.array();
        rows.stream().skip(start).limit(limit).forEach(row -> data.add(view(row)));
        ObjectNode body = Answer.envelope(data);
        body.putObject("additional_data")
                .putObject("pagination")
                .put("start", start)
                .put("limit", limit)
                .put("more_items_in_collection", rows.size() > start + limit);
        return Answer.json(200, body);
    }

    private Answer create(Call call) {
        Row deal = deal(call);
        ObjectNode body = call.ask().object();
        String fault = Checks.record(Kind.PERSON).fault(body.path("person_id"), account);
        if (fault != null) {
            throw Refusal.old(400, "person_id: " + fault);
        }
        long person = body.path("person_id").asLong();
        if (of(deal).stream().anyMatch(row -> row.reference(1) == person)) {
            throw Refusal.old(400, "The person is a participant already");
        }
        ObjectNode record = Json.object().put("deal_id", deal.id).put("person_id", person);
        return Answer.data(view(account.records(Kind.PARTICIPANT).add(record, account.now())));
    }

    private Answer delete(Call call) {
        Row row = account.records(Kind.PARTICIPANT).find(call.id(1));
        if (row == null || row.reference(0) != call.id()) {
            throw Refusal.old(404, "Participant not found");
        }
        row.delete(account.now());
        return Answer.id(row.id);
    }

    ObjectNode view(Row row) {
        ObjectNode view = Json.object().put("id", row.id);
        Row person = account.records(Kind.PERSON).find(row.reference(1));
        String name = person == null ? "" : person.record().path("name").asText();
        view.putObject("person_id")
                .put("active_flag", person != null)
                .put("name", name)
                .put("value", row.reference(1));
        view.put("add_time", Tidy.oldTime(row.added())).put("active_flag", !row.deleted());
        Row deal = account.records(Kind.DEAL).find(row.reference(0));
        view.putObject("related_item_data")
                .put("deal_id", row.reference(0))
                .put("title", deal == null ? "" : deal.record().path("title").asText());
        view.put("related_item_type", "deal").put("related_item_id", row.reference(0));
        return view;
    }
}
