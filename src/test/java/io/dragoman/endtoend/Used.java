package io.dragoman.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the records of an account make use of, told from the account alone: every field that has a value, every option,
 * stage, type and flag. Two accounts with the same schema can be compared.
 */
final class Used {
    private static final Map<String, String> KINDS = Map.of(
            "persons",
            "person",
            "organizations",
            "organization",
            "deals",
            "deal",
            "products",
            "product",
            "activities",
            "activity");
    /** Columns that say what something is. */
    private static final Set<String> WORDS = Set.of("type", "status", "done", "busy", "tax_method", "discount_type");

    private final Set<String> all = new TreeSet<>();
    private final Map<String, JsonNode> fields = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();

    private Used(JsonNode dump) {
        KINDS.values()
                .forEach(noun -> dump.path(noun + "Fields")
                        .forEach(field -> fields.put(field.path("field_code").asText(), field)));
        dump.path("stages")
                .forEach(stage ->
                        names.put(stage.path("id").asText(), stage.path("name").asText()));
        KINDS.forEach((kind, noun) -> dump.path(kind).forEach(record -> record(kind, record)));
        dump.path("dealProducts").forEach(line -> record("lines", line));
    }

    static Used by(JsonNode dump) {
        return new Used(dump);
    }

    private void record(String kind, JsonNode record) {
        record.properties().forEach(entry -> {
            JsonNode value = entry.getValue();
            if (entry.getKey().equals("custom_fields")) {
                value.properties().forEach(custom -> custom(kind, custom.getKey(), custom.getValue()));
            } else if (!value.isNull()
                    && !value.asText("x").isEmpty()
                    && !(value.isContainerNode() && value.isEmpty())) {
                all.add(kind + " " + entry.getKey());
                if (WORDS.contains(entry.getKey())) {
                    all.add(kind + " " + entry.getKey() + " = " + value.asText());
                } else if (entry.getKey().equals("stage_id")) {
                    all.add(kind + " stage = " + names.get(value.asText()));
                }
            }
        });
    }

    private void custom(String kind, String code, JsonNode value) {
        JsonNode field = fields.get(code);
        if (field == null || value.isNull()) {
            return;
        }
        String name = kind + " " + field.path("field_name").asText();
        all.add(name);
        for (JsonNode option : field.path("options")) {
            String id = option.path("id").asText();
            boolean given = value.asText().equals(id);
            for (JsonNode one : value) {
                given |= one.asText().equals(id);
            }
            if (given) {
                all.add(name + " = " + option.path("label").asText());
            }
        }
    }

    /** How many things are made use of. */
    int size() {
        return all.size();
    }

    /** What the other account makes use of and this one does not. */
    Set<String> missing(Used other) {
        Set<String> missing = new TreeSet<>(other.all);
        missing.removeAll(all);
        return missing;
    }
}
