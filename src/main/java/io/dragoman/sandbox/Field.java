package io.dragoman.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The definition of a field, standard or custom. Guarded by the account's lock. */
final class Field {
    final long ordinal;
    final String code;
    final String type;
    final boolean custom;
    private final Map<Long, String> options = new LinkedHashMap<>();
    private final ObjectNode settings = Json.object();
    private String name;
    private @Nullable ArrayNode wordOptions;

    Field(long ordinal, String code, String name, String type, boolean custom) {
        this.ordinal = ordinal;
        this.code = code;
        this.name = name;
        this.type = type;
        this.custom = custom;
    }

    /** Gives a standard field options whose ids are words, as {@code status} has. */
    Field words(String... ids) {
        ArrayNode words = Json.array();
        for (String id : ids) {
            words.addObject().put("id", id).put("label", Character.toUpperCase(id.charAt(0)) + id.substring(1));
        }
        wordOptions = words;
        return this;
    }

    boolean hasOptions() {
        return type.equals("enum") || type.equals("set");
    }

    Map<Long, String> options() {
        return options;
    }

    String name() {
        return name;
    }

    void rename(String newName) {
        name = newName;
    }

    void configure(ObjectNode change) {
        settings.setAll(change);
    }

    ObjectNode view(Iterable<String> namespaces) {
        ObjectNode view = Json.object();
        view.put("field_name", name).put("field_code", code);
        view.set(
                "description", settings.path("description").isTextual() ? settings.get("description") : Json.nothing());
        view.put("field_type", type);
        view.set("options", optionsView());
        view.set("subfields", Subfields.of(type, name));
        view.put("is_custom_field", custom).put("is_optional_response_field", false);
        for (String namespace : namespaces) {
            view.set(namespace, settings.has(namespace) ? settings.get(namespace) : Json.object());
        }
        return view;
    }

    private JsonNode optionsView() {
        if (wordOptions != null) {
            return wordOptions;
        }
        if (!hasOptions()) {
            return Json.nothing();
        }
        ArrayNode list = Json.array();
        options.forEach((id, label) -> list.add(option(id, label)));
        return list;
    }

    static ObjectNode option(long id, String label) {
        return Json.object().put("id", id).put("label", label);
    }
}
