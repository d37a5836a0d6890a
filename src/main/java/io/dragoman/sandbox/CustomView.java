package io.dragoman.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Shows custom values: every field of the kind that still exists, null where there is no value, without deleted options. */
final class CustomView {
    private final Account account;
    private final ViewOptions options;

    CustomView(Account account, ViewOptions options) {
        this.account = account;
        this.options = options;
    }

    ObjectNode of(Kind kind, JsonNode values) {
        ObjectNode view = Json.object();
        for (Field field : account.fields(kind).all()) {
            boolean wanted =
                    options.customFields() == null || options.customFields().contains(field.code);
            if (field.custom && wanted) {
                view.set(field.code, value(field, values.path(field.code)));
            }
        }
        return view;
    }

    private JsonNode value(Field field, JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return NullNode.instance;
        }
        return switch (field.type) {
            case "enum" -> option(field, value);
            case "set" -> set(field, value);
            case "org" -> link(Kind.ORGANIZATION, value);
            case "people" -> link(Kind.PERSON, value);
            case "address" -> address(value);
            default -> value;
        };
    }

    private JsonNode link(Kind kind, JsonNode id) {
        return account.records(kind).has(id.longValue()) ? id : NullNode.instance;
    }

    private JsonNode option(Field field, JsonNode id) {
        String label = field.options().get(id.longValue());
        if (label == null) {
            return NullNode.instance;
        }
        return options.optionLabels() ? Field.option(id.longValue(), label) : id;
    }

    private JsonNode set(Field field, JsonNode ids) {
        ArrayNode present = Json.array();
        for (JsonNode id : ids) {
            JsonNode shown = option(field, id);
            if (!shown.isNull()) {
                present.add(shown);
            }
        }
        return present.isEmpty() ? NullNode.instance : present;
    }

    private static JsonNode address(JsonNode given) {
        ObjectNode whole = wholeAddress(given);
        whole.set(
                "formatted_address",
                given.has("formatted_address") ? given.get("formatted_address") : NullNode.instance);
        return whole;
    }

    /** An address with all its parts; those not given are null. */
    static ObjectNode wholeAddress(JsonNode given) {
        ObjectNode whole = Json.object();
        Subfields.ADDRESS.forEach(part -> whole.set(part, given.has(part) ? given.get(part) : NullNode.instance));
        return whole;
    }
}
