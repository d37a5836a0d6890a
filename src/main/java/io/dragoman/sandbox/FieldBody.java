package io.dragoman.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Judges the bodies that define fields and options. */
final class FieldBody {
    static final int MOST_OPTIONS = 500;
    private static final Set<String> TYPES = Set.of(
            "varchar",
            "text",
            "double",
            "phone",
            "date",
            "daterange",
            "time",
            "timerange",
            "set",
            "enum",
            "varchar_auto",
            "address",
            "monetary",
            "org",
            "people",
            "user");
    private static final Set<String> WITH_OPTIONS = Set.of("enum", "set");
    private static final Check ANY_OBJECT = (value, account) -> value.isObject() ? null : "must be an object";
    private static final Check LABELLED = Check.object(Map.of("label", Check.name()), Set.of("label"));
    private static final Check RELABELLED =
            Check.object(Map.of("id", Checks.anyId(), "label", Check.name()), Set.of("id", "label"));
    private static final Check NUMBERED = Check.object(Map.of("id", Checks.anyId()), Set.of("id"));

    private final Account account;

    FieldBody(Account account) {
        this.account = account;
    }

    /** Refuses a body that does not define a new field. */
    void create(Kind kind, ObjectNode body) {
        Map<String, Check> keys = settings(kind);
        keys.put("field_type", Check.word(TYPES));
        keys.put("options", Check.each(LABELLED).and((list, unused) -> count(list)));
        check(Check.object(keys, Set.of("field_name", "field_type")), body);
        boolean wantsOptions = WITH_OPTIONS.contains(body.path("field_type").asText());
        if (wantsOptions != body.has("options")) {
            throw Refusal.invalid(
                    "options: " + (wantsOptions ? "is required" : "is not allowed") + " for this field_type");
        }
    }

    /** Refuses a body that does not change the settings of a field. The type cannot be changed. */
    void change(Kind kind, ObjectNode body) {
        check(Check.object(settings(kind), Set.of()), body);
    }

    List<ObjectNode> labelled(ArrayNode body) {
        return options(LABELLED, body);
    }

    List<ObjectNode> relabelled(ArrayNode body) {
        return options(RELABELLED, body);
    }

    List<ObjectNode> numbered(ArrayNode body) {
        List<ObjectNode> options = options(NUMBERED, body);
        Set<Long> ids = new HashSet<>();
        options.forEach(option -> ids.add(option.get("id").longValue()));
        if (ids.size() < options.size()) {
            throw Refusal.invalid("id: an option is named twice");
        }
        return options;
    }

    private List<ObjectNode> options(Check item, ArrayNode body) {
        check(Check.each(item).and((list, unused) -> count(list)), body);
        return body.valueStream().map(ObjectNode.class::cast).toList();
    }

    private static @Nullable String count(JsonNode list) {
        if (list.isEmpty()) {
            return "must have at least one option";
        }
        return list.size() > MOST_OPTIONS ? "must have at most " + MOST_OPTIONS + " options" : null;
    }

    private void check(Check check, JsonNode body) {
        String fault = check.fault(body, account);
        if (fault != null) {
            throw Refusal.invalid(
                    fault.startsWith(".") ? fault.substring(1).replaceFirst(" ", ": ") : "body: " + fault);
        }
    }

    private static Map<String, Check> settings(Kind kind) {
        Map<String, Check> keys = new HashMap<>();
        keys.put("field_name", Check.name());
        keys.put("ui_visibility", ANY_OBJECT);
        if (kind != Kind.PRODUCT) {
            keys.put("important_fields", ANY_OBJECT);
            keys.put("required_fields", ANY_OBJECT);
        }
        if (kind == Kind.DEAL) {
            keys.put("description", Check.text(65_535).orNull());
        }
        return keys;
    }
}
