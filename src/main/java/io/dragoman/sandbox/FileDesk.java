package io.dragoman.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Files, of the first API version. Their bytes are counted and digested on the way in, and not kept. */
final class FileDesk {
    private static final String ALL = "/api/v1/files";
    private static final long LARGEST = 50_000_000;
    private static final int PAGE = 100;
    private static final String LEAD = "lead_id";
    private static final Set<String> LIST_KEYS = Set.of("start", "limit", "sort");
    private static final Map<String, Kind> LISTED = new LinkedHashMap<>();
    private static final Map<String, Check> PARENTS = new LinkedHashMap<>();

    static {
        LISTED.put("deal_id", Kind.DEAL);
        LISTED.put("person_id", Kind.PERSON);
        LISTED.put("org_id", Kind.ORGANIZATION);
        LISTED.put("product_id", Kind.PRODUCT);
        LISTED.forEach((key, kind) -> PARENTS.put(key, Checks.record(kind)));
        PARENTS.put("activity_id", Checks.record(Kind.ACTIVITY));
        PARENTS.put(LEAD, Checks.named(Kind.LEAD));
        PARENTS.put("project_id", Checks.nothing("project"));
    }

    private final Account account;
    private final FileView view;

    FileDesk(Account account) {
        this.account = account;
        this.view = new FileView(account);
    }

    void open(Router router) {
        router.read(ALL, 20, call -> list(call, row -> true));
        router.write("POST", ALL, 10, this::create);
        router.read(ALL + "/{id}", 2, call -> Answer.data(view.of(get(call))));
        router.write("PUT", ALL + "/{id}", 10, this::change);
        router.write("DELETE", ALL + "/{id}", 6, this::delete);
        LISTED.forEach(
                (key, kind) -> router.read("/api/v1/" + kind.path() + "/{id}/files", 20, call -> of(key, kind, call)));
    }

    private Answer create(Call call) {
        if (!MultipartBody.isOne(call.ask().contentType())) {
            throw Refusal.old(400, "The body must be multipart/form-data");
        }
        ObjectNode parts = parts(call);
        JsonNode file = parts.path("file");
        if (!file.isObject()
                || file.path("name").asText().isBlank()
                || file.path("size").asLong() == 0) {
            throw Refusal.old(400, "file: is required");
        }
        if (file.path("size").asLong() > LARGEST) {
            throw Refusal.old(413, "file: is too large");
        }
        ObjectNode record = Json.object();
        PARENTS.forEach((key, check) -> parent(parts, key, check, record));
        if (record.isEmpty()) {
            throw Refusal.old(400, "One of " + PARENTS.keySet() + " is required");
        }
        record.put("name", file.path("name").asText())
                .put("file_size", file.path("size").asLong());
        record.put("sha256", file.path("sha256").asText())
                .put("type", file.path("type").asText());
        return Answer.data(view.of(account.records(Kind.FILE).add(record, account.now())));
    }

    private static ObjectNode parts(Call call) {
        try {
            return (ObjectNode) Json.parse(call.ask().body());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the sandbox made it itself", e);
        }
    }

    private void parent(ObjectNode parts, String key, Check check, ObjectNode record) {
        if (!parts.has(key)) {
            return;
        }
        String given = parts.path(key).asText();
        JsonNode id = key.equals(LEAD) ? TextNode.valueOf(given) : LongNode.valueOf(QueryKeys.number(key, given));
        String fault = check.fault(id, account);
        if (fault != null) {
            throw Refusal.old(400, key + ": " + fault);
        }
        record.set(key, id);
    }

    /** Only the name and the description change. */
    private Answer change(Call call) {
        Row row = get(call);
        if (!call.ask().contentType().startsWith("application/x-www-form-urlencoded")) {
            throw Refusal.old(400, "The body must be a form");
        }
        ObjectNode record = row.record();
        Ask.form(call.ask().body()).forEach((key, value) -> {
            if (key.equals("name") || key.equals("description")) {
                record.put(key, value);
            }
        });
        row.write(record, account.now());
        return Answer.data(view.of(row));
    }

    private Answer delete(Call call) {
        Row row = get(call);
        row.delete(account.now());
        return Answer.id(row.id);
    }

    private Row get(Call call) {
        Row row = account.records(Kind.FILE).find(call.id());
        if (row == null) {
            throw Refusal.old(404, "File not found");
        }
        return row;
    }

    private Answer of(String key, Kind kind, Call call) {
        if (!account.records(kind).has(call.id())) {
            throw Refusal.old(404, kind.title() + " not found");
        }
        return list(call, row -> row.record().path(key).asLong() == call.id());
    }

    private Answer list(Call call, Predicate<Row> chosen) {
        Map<String, String> query = call.ask().query();
        QueryKeys.only(query, LIST_KEYS);
        int limit = QueryKeys.limit(query, PAGE);
        long start = QueryKeys.number("start", query.getOrDefault("start", "0"));
        String[] sort = query.getOrDefault("sort", "id ASC").split(" ", 2);
        if (!sort[0].equals("id") && !sort[0].equals("update_time")) {
            throw Refusal.old(400, "sort: must be one of id, update_time");
        }
        boolean ascending = sort.length == 1 || sort[1].equalsIgnoreCase("ASC");
        List<Row> rows = account.records(Kind.FILE)
                .walk(ascending, null)
                .filter(row -> !row.deleted())
                .filter(chosen)
                .skip(start)
                .limit(limit + 1L)
                .toList();
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
}
