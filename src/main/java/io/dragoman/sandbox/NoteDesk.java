package io.dragoman.sandbox;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Notes, of the first API version: offset pages, times without a zone, flags of 0 and 1. */
final class NoteDesk {
    private static final String ALL = "/api/v1/notes";
    private static final Set<String> LIST_KEYS = Set.of(
            "user_id",
            "deal_id",
            "person_id",
            "org_id",
            "start",
            "limit",
            "sort",
            "updated_since",
            "lead_id",
            "project_id");
    private static final Set<String> SORT_FIELDS = Set.of("id", "add_time", "update_time");

    private final Account account;
    private final NoteBody bodies;
    private final NoteView view;

    NoteDesk(Account account) {
        this.account = account;
        this.bodies = new NoteBody(account);
        this.view = new NoteView(account);
    }

    void open(Router router) {
        router.read(ALL, 20, this::list);
        router.write("POST", ALL, 10, this::create);
        router.read(ALL + "/{id}", 2, call -> Answer.data(view.of(get(call))));
        router.write("PUT", ALL + "/{id}", 10, this::change);
        router.write("DELETE", ALL + "/{id}", 6, this::delete);
    }

    private Answer create(Call call) {
        ObjectNode record = bodies.take(call.ask().object(), Json.object());
        Row row = account.records(Kind.NOTE).add(record, account.now());
        backdate(row, record);
        return Answer.data(view.of(row));
    }

    private Answer change(Call call) {
        Row row = get(call);
        ObjectNode record = bodies.take(call.ask().object(), row.record());
        row.write(record, account.now());
        backdate(row, record);
        return Answer.data(view.of(row));
    }

    private static void backdate(Row row, ObjectNode record) {
        if (record.has("add_time")) {
            row.added(Tidy.second(record.get("add_time").asText()));
        }
    }

    private Answer delete(Call call) {
        get(call).delete(account.now());
        return Answer.data(BooleanNode.TRUE);
    }

    private Row get(Call call) {
        Row row = account.records(Kind.NOTE).find(call.id());
        if (row == null) {
            throw Refusal.old(404, "Note not found");
        }
        return row;
    }

    private Answer list(Call call) {
        Map<String, String> query = call.ask().query();
        QueryKeys.only(query, LIST_KEYS);
        int limit = QueryKeys.limit(query, 500);
        long start = QueryKeys.number("start", query.getOrDefault("start", "0"));
        List<Row> rows = sorted(query).skip(start).limit(limit + 1L).toList();
        ArrayNode data = Json.array();
        rows.stream().limit(limit).forEach(row -> data.add(view.of(row)));
        ObjectNode body = Answer.envelope(data);
        ObjectNode pagination = body.putObject("additional_data").putObject("pagination");
        pagination.put("start", start).put("limit", limit).put("more_items_in_collection", rows.size() > limit);
        if (rows.size() > limit) {
            pagination.put("next_start", start + limit);
        }
        return Answer.json(200, body);
    }

    private Stream<Row> sorted(Map<String, String> query) {
        Predicate<Row> chosen = Choice.of(Kind.NOTE, chosenBy(query), false);
        String[] sort = query.getOrDefault("sort", "id ASC").split(" ", 2);
        boolean ascending = sort.length == 1 || sort[1].equalsIgnoreCase("ASC");
        if (!SORT_FIELDS.contains(sort[0])) {
            throw Refusal.old(400, "sort: must be one of " + SORT_FIELDS);
        }
        var rows = account.records(Kind.NOTE).walk(ascending, null).filter(chosen);
        if (sort[0].equals("id")) {
            return rows;
        }
        var order = Comparator.comparingLong((Row row) -> sort[0].equals("add_time") ? row.added() : row.updated());
        return rows.sorted(ascending ? order : order.reversed());
    }

    /** Notes hang on no project. */
    private static Map<String, String> chosenBy(Map<String, String> query) {
        Map<String, String> chosenBy = new HashMap<>(query);
        if (chosenBy.remove("project_id") != null) {
            chosenBy.put("lead_id", "none");
        }
        return chosenBy;
    }
}
