package io.dragoman.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Activity types, of the first API version. Unknown keys are passed over, as that version does. */
final class ActivityTypeDesk {
    private static final String ALL = "/api/v1/activityTypes";
    private static final Set<String> ICONS = Set.of(
            "task",
            "email",
            "meeting",
            "deadline",
            "call",
            "lunch",
            "calendar",
            "downarrow",
            "document",
            "smartphone",
            "camera",
            "scissors",
            "cogs",
            "bubble",
            "uparrow",
            "checkbox",
            "signpost",
            "shuffle",
            "addressbook",
            "linegraph",
            "picture",
            "car",
            "world",
            "search",
            "clip",
            "sound",
            "brush",
            "key",
            "padlock",
            "pricetag",
            "suitcase",
            "finish",
            "plane",
            "loop",
            "wifi",
            "truck",
            "cart",
            "bulb",
            "bell",
            "presentation");
    private static final Map<String, Check> KEYS = Map.of(
            "name", Check.name(),
            "icon_key", Check.word(ICONS),
            "color", (value, account) -> value.asText().matches("[0-9A-Fa-f]{6}") ? null : "must be six hex digits",
            "order_nr", Check.integer(1, 10_000));

    private final Account account;

    ActivityTypeDesk(Account account) {
        this.account = account;
    }

    void open(Router router) {
        router.read(ALL, 20, call -> list());
        router.write("POST", ALL, 10, this::create);
        router.write("PUT", ALL + "/{id}", 10, this::change);
        router.write("DELETE", ALL + "/{id}", 6, this::delete);
    }

    /** The key an activity names its type by. */
    static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "_");
    }

    private Answer list() {
        ArrayNode data = Json.array();
        account.records(Kind.ACTIVITY_TYPE).visible().forEach(row -> data.add(view(row)));
        return Answer.data(data);
    }

    private Answer create(Call call) {
        ObjectNode record = taken(call);
        for (String needed : new String[] {"name", "icon_key"}) {
            if (!record.has(needed)) {
                throw Refusal.old(400, needed + ": is required");
            }
        }
        record.put("key_string", freeKey(key(record.get("name").asText()))).put("is_custom_flag", true);
        return Answer.data(view(account.records(Kind.ACTIVITY_TYPE).add(record, account.now())));
    }

    private String freeKey(String wanted) {
        String key = wanted;
        for (int n = 2; taken(key); n++) {
            key = wanted + "_" + n;
        }
        return key;
    }

    private boolean taken(String key) {
        return account.records(Kind.ACTIVITY_TYPE)
                .walk(true, null)
                .anyMatch(row -> row.record().path("key_string").asText().equals(key));
    }

    private Answer change(Call call) {
        Row row = get(call);
        row.write(RecordDesk.merge(row.record(), taken(call)), account.now());
        return Answer.data(view(row));
    }

    private Answer delete(Call call) {
        Row row = get(call);
        row.delete(account.now());
        return Answer.data(view(row));
    }

    private Row get(Call call) {
        Row row = account.records(Kind.ACTIVITY_TYPE).find(call.id());
        if (row == null) {
            throw Refusal.old(404, "Activity type not found");
        }
        return row;
    }

    private ObjectNode taken(Call call) {
        ObjectNode taken = Json.object();
        for (Map.Entry<String, JsonNode> entry : call.ask().object().properties()) {
            Check check = KEYS.get(entry.getKey());
            @Nullable String fault = check == null ? null : check.fault(entry.getValue(), account);
            if (fault != null) {
                throw Refusal.old(400, entry.getKey() + ": " + fault);
            }
            if (check != null) {
                taken.set(entry.getKey(), entry.getValue());
            }
        }
        return taken;
    }

    static ObjectNode view(Row row) {
        ObjectNode record = row.record();
        ObjectNode view = Json.object().put("id", row.id);
        view.put("order_nr", record.path("order_nr").asLong(row.id));
        view.put("name", record.path("name").asText());
        view.put("key_string", record.path("key_string").asText());
        view.put("icon_key", record.path("icon_key").asText());
        view.put("active_flag", !row.deleted());
        view.put("color", record.path("color").asText("FFFFFF"));
        view.put("is_custom_flag", record.path("is_custom_flag").asBoolean());
        return view.put("add_time", Tidy.oldTime(row.added())).put("update_time", Tidy.oldTime(row.updated()));
    }
}
