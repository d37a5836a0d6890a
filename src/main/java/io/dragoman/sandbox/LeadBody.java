package io.dragoman.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Judges the body of a lead. A key that is neither a lead's nor a custom field's is refused. */
final class LeadBody {
    private static final Map<String, Check> KEYS = new LinkedHashMap<>();
    private static final Set<String> ONLY_NEW = Set.of("origin_id");
    private static final Set<String> ONLY_CHANGED = Set.of("is_archived");

    static {
        KEYS.put("title", Check.name());
        KEYS.put("owner_id", Checks.USER);
        KEYS.put("label_ids", Check.each(Checks.named(Kind.LEAD_LABEL)));
        KEYS.put("person_id", Checks.record(Kind.PERSON).orNull());
        KEYS.put("organization_id", Checks.record(Kind.ORGANIZATION).orNull());
        KEYS.put(
                "value",
                Check.object(
                                Map.of("amount", Check.number(), "currency", Checks.CURRENCY),
                                Set.of("amount", "currency"))
                        .orNull());
        KEYS.put("expected_close_date", Checks.DATE_ONLY.orNull());
        KEYS.put("visible_to", Check.word(Set.of("1", "3", "5", "7")));
        KEYS.put("was_seen", Check.flag());
        KEYS.put("is_archived", Check.flag());
        KEYS.put("origin_id", Check.text(255).orNull());
        KEYS.put("channel", Check.integer(0, Long.MAX_VALUE).orNull());
        KEYS.put("channel_id", Check.text(255).orNull());
    }

    private final Account account;
    private final FlatValues values;

    LeadBody(Account account) {
        this.account = account;
        this.values = new FlatValues(account);
    }

    /** The lead as it was with the body applied; refuses what is wrong. */
    ObjectNode take(ObjectNode body, ObjectNode before, boolean create) {
        for (Map.Entry<String, JsonNode> entry : body.properties()) {
            String key = entry.getKey();
            String fault = fault(key, entry.getValue(), create);
            if (fault != null) {
                throw Refusal.old(400, key + ": " + fault);
            }
        }
        ObjectNode lead = RecordDesk.merge(before, body);
        if (!lead.hasNonNull("title")) {
            throw Refusal.old(400, "title: is required");
        }
        if (!lead.hasNonNull("person_id") && !lead.hasNonNull("organization_id")) {
            throw Refusal.old(400, "A person or an organization is required");
        }
        if (!lead.has("owner_id")) {
            lead.put("owner_id", account.me().id());
        }
        return lead;
    }

    private @Nullable String fault(String key, JsonNode value, boolean create) {
        Check check = KEYS.get(key);
        if (check == null) {
            return values.fault(key, value);
        }
        if ((create ? ONLY_CHANGED : ONLY_NEW).contains(key)) {
            return "is not allowed for this request";
        }
        return check.fault(value, account);
    }
}
