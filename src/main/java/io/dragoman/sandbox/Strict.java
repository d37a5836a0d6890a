package io.dragoman.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Judges the body of a create or a change key by key. Nothing unknown passes and nothing is coerced. */
final class Strict {
    private static final Map<Kind, Set<String>> SWITCHED_OFF = Map.of(
            Kind.PERSON, Set.of("postal_address", "notes", "im", "birthday", "job_title"),
            Kind.ORGANIZATION, Set.of("website", "linkedin", "industry", "annual_revenue", "employee_count"));
    private static final Set<String> IGNORED = Set.of("marketing_status");

    private final Account account;
    private final CustomValues customValues;

    Strict(Account account) {
        this.account = account;
        this.customValues = new CustomValues(account);
    }

    /** The accepted keys of the body; what is wrong goes to {@code problems}. */
    ObjectNode take(Kind kind, ObjectNode body, boolean create, Problems problems) {
        return take(kind, body, create, "", problems);
    }

    /** The same for a body inside a list, whose place stands before each name. */
    ObjectNode take(Kind kind, ObjectNode body, boolean create, String place, Problems problems) {
        Map<String, Column> columns = Columns.all(kind);
        if (create) {
            columns.values().stream()
                    .filter(column -> column.required() && !body.has(column.name()))
                    .forEach(column -> problems.add(place + column.name(), "is required"));
        }
        ObjectNode taken = Json.object();
        for (Map.Entry<String, JsonNode> entry : body.properties()) {
            String name = entry.getKey();
            if (name.equals("custom_fields") && kind.hasCustomFields()) {
                taken.set(name, customValues.take(kind, entry.getValue(), problems));
                continue;
            }
            String fault = fault(kind, columns.get(name), name, entry.getValue(), create);
            if (fault != null) {
                problems.add(place + name, fault);
            } else if (!IGNORED.contains(name)) {
                taken.set(name, Tidy.value(kind, name, entry.getValue()));
            }
        }
        return taken;
    }

    private @Nullable String fault(Kind kind, @Nullable Column column, String name, JsonNode value, boolean create) {
        if (SWITCHED_OFF.getOrDefault(kind, Set.of()).contains(name)) {
            throw Refusal.forbidden("The feature behind " + name + " is not enabled for this company");
        }
        if (column == null) {
            return "is not allowed for this request";
        }
        return column.fault(value, create, account);
    }
}
