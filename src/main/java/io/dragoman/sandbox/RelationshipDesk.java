package io.dragoman.sandbox;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** How organizations are related, of the first API version. Unknown keys are passed over, as that version does. */
final class RelationshipDesk {
    private static final String ALL = "/api/v1/organizationRelationships";
    private static final Map<String, Check> KEYS = new LinkedHashMap<>();

    static {
        KEYS.put("type", Check.word(Set.of("parent", "related")));
        KEYS.put("rel_owner_org_id", Checks.record(Kind.ORGANIZATION));
        KEYS.put("rel_linked_org_id", Checks.record(Kind.ORGANIZATION));
    }

    private final Account account;

    RelationshipDesk(Account account) {
        this.account = account;
    }

    void open(Router router) {
        router.read(ALL, 20, this::list);
        router.write("POST", ALL, 10, this::create);
        router.read(ALL + "/{id}", 2, call -> Answer.data(view(get(call))));
        router.write("PUT", ALL + "/{id}", 10, this::change);
        router.write("DELETE", ALL + "/{id}", 6, this::delete);
    }

    private Answer list(Call call) {
        QueryKeys.only(call.ask().query(), Set.of("org_id"));
        String given = call.ask().query().get("org_id");
        if (given == null) {
            throw Refusal.old(400, "org_id: is required");
        }
        long organization = QueryKeys.number("org_id", given);
        ArrayNode data = Json.array();
        account.records(Kind.RELATIONSHIP)
                .visible()
                .filter(row -> row.reference(0) == organization || row.reference(1) == organization)
                .forEach(row -> data.add(view(row)));
        return Answer.data(data);
    }

    private Answer create(Call call) {
        ObjectNode record = taken(call, Json.object());
        return Answer.data(view(account.records(Kind.RELATIONSHIP).add(record, account.now())));
    }

    private Answer change(Call call) {
        Row row = get(call);
        row.write(taken(call, row.record()), account.now());
        return Answer.data(view(row));
    }

    private Answer delete(Call call) {
        Row row = get(call);
        row.delete(account.now());
        return Answer.id(row.id);
    }

    private Row get(Call call) {
        Row row = account.records(Kind.RELATIONSHIP).find(call.id());
        if (row == null) {
            throw Refusal.old(404, "Organization relationship not found");
        }
        return row;
    }

    private ObjectNode taken(Call call, ObjectNode before) {
        ObjectNode body = call.ask().object();
        KEYS.forEach((key, check) -> {
            if (body.has(key)) {
                String fault = check.fault(body.path(key), account);
                if (fault != null) {
                    throw Refusal.old(400, key + ": " + fault);
                }
                before.set(key, body.path(key));
            }
            if (!before.has(key)) {
                throw Refusal.old(400, key + ": is required");
            }
        });
        if (before.path("rel_owner_org_id").equals(before.path("rel_linked_org_id"))) {
            throw Refusal.old(400, "An organization cannot be related to itself");
        }
        return before;
    }

    ObjectNode view(Row row) {
        ObjectNode view = Json.object().put("id", row.id);
        view.set("type", row.record().path("type"));
        end(view, "rel_owner_org_id", row.reference(0));
        end(view, "rel_linked_org_id", row.reference(1));
        view.put("add_time", Tidy.oldTime(row.added())).put("update_time", Tidy.oldTime(row.updated()));
        return view.put("active_flag", Boolean.toString(!row.deleted()));
    }

    private void end(ObjectNode view, String key, long id) {
        Row organization = account.records(Kind.ORGANIZATION).find(id);
        String name =
                organization == null ? "" : organization.record().path("name").asText();
        view.putObject(key).put("name", name).put("people_count", 0).put("value", id);
    }
}
