package io.dragoman.sandbox;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Labels of leads, of the first API version. Unknown keys are passed over, as that version does. */
final class LeadLabelDesk {
    private static final String ALL = "/api/v1/leadLabels";
    private static final Map<String, Check> KEYS = Map.of(
            "name",
            Check.name(),
            "color",
            Check.word(Set.of(
                    "blue", "brown", "dark-gray", "gray", "green", "orange", "pink", "purple", "red", "yellow")));

    private final Account account;

    LeadLabelDesk(Account account) {
        this.account = account;
    }

    void open(Router router) {
        router.read(ALL, 10, call -> list());
        router.write("POST", ALL, 10, this::create);
        router.write("PATCH", ALL + "/{id}", 10, this::change);
        router.write("DELETE", ALL + "/{id}", 6, this::delete);
    }

    private Answer list() {
        ArrayNode data = Json.array();
        account.records(Kind.LEAD_LABEL).visible().forEach(row -> data.add(view(row)));
        return Answer.data(data);
    }

    private Answer create(Call call) {
        ObjectNode label = taken(call);
        for (String needed : KEYS.keySet()) {
            if (!label.has(needed)) {
                throw Refusal.old(400, needed + ": is required");
            }
        }
        return Answer.data(view(account.records(Kind.LEAD_LABEL).add(label, account.now())));
    }

    private Answer change(Call call) {
        Row row = get(call);
        row.write(RecordDesk.merge(row.record(), taken(call)), account.now());
        return Answer.data(view(row));
    }

    private Answer delete(Call call) {
        Row row = get(call);
        row.delete(account.now());
        return Answer.data(Json.object().put("id", Uuid.of(Kind.LEAD_LABEL, row.id)));
    }

    private Row get(Call call) {
        Row row = account.records(Kind.LEAD_LABEL).find(Uuid.number(Kind.LEAD_LABEL, call.variable()));
        if (row == null) {
            throw Refusal.old(404, "Lead label not found");
        }
        return row;
    }

    private ObjectNode taken(Call call) {
        ObjectNode taken = Json.object();
        KEYS.forEach((key, check) -> {
            if (call.ask().object().has(key)) {
                @Nullable String fault = check.fault(call.ask().object().path(key), account);
                if (fault != null) {
                    throw Refusal.old(400, key + ": " + fault);
                }
                taken.set(key, call.ask().object().path(key));
            }
        });
        return taken;
    }

    static ObjectNode view(Row row) {
        ObjectNode record = row.record();
        ObjectNode view = Json.object().put("id", Uuid.of(Kind.LEAD_LABEL, row.id));
        view.set("name", record.path("name"));
        view.set("color", record.path("color"));
        return view.put("add_time", Tidy.time(row.added())).put("update_time", Tidy.time(row.updated()));
    }
}
