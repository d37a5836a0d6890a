package io.dragoman.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The texts of a record that search looks at, and which records its index knows by now. */
final class SearchText {
    static final Map<Kind, Set<String>> FIELDS = Map.of(
            Kind.PERSON, Set.of("custom_fields", "email", "notes", "phone", "name"),
            Kind.ORGANIZATION, Set.of("address", "custom_fields", "notes", "name"),
            Kind.DEAL, Set.of("custom_fields", "notes", "title"),
            Kind.PRODUCT, Set.of("code", "custom_fields", "name"));
    private static final Set<String> SEARCHABLE =
            Set.of("address", "varchar", "text", "varchar_auto", "double", "monetary", "phone");

    private final Account account;

    SearchText(Account account) {
        this.account = account;
    }

    boolean known(Row row) {
        return lagged(row.born) && !(row.deleted() && lagged(row.died()));
    }

    private boolean lagged(Row.Moment then) {
        Row.Moment now = account.now();
        return now.request() - then.request() > account.settings().searchLagRequests()
                && now.millis() - then.millis() >= account.settings().searchLagMillis();
    }

    /** The texts under one of the names in {@link #FIELDS}. */
    List<String> texts(Kind kind, ObjectNode record, String field) {
        return switch (field) {
            case "email" -> values(record.path("emails"));
            case "phone" -> values(record.path("phones"));
            case "address" -> one(record.path("address").path("value"));
            case "custom_fields" -> custom(kind, record);
            default -> one(record.path(field));
        };
    }

    /** The texts of one field by its code, which must be of a kind that can be searched. */
    List<String> byCode(Kind kind, ObjectNode record, String code) {
        Field field = account.fields(kind).find(code);
        if (field == null || !SEARCHABLE.contains(field.type)) {
            throw Refusal.invalid("field: is not a searchable field");
        }
        if (!field.custom) {
            return code.equals("emails") || code.equals("phones") ? values(record.path(code)) : one(record.path(code));
        }
        return one(whole(record.path("custom_fields").path(code)));
    }

    private List<String> custom(Kind kind, ObjectNode record) {
        List<String> texts = new ArrayList<>();
        JsonNode values = record.path("custom_fields");
        for (Map.Entry<String, JsonNode> entry : values.properties()) {
            Field field = account.fields(kind).find(entry.getKey());
            if (field != null && SEARCHABLE.contains(field.type)) {
                texts.addAll(one(whole(entry.getValue())));
            }
        }
        return texts;
    }

    private static JsonNode whole(JsonNode value) {
        return value.isObject() ? value.path("value") : value;
    }

    private static List<String> one(JsonNode value) {
        return value.isValueNode() && !value.isNull() ? List.of(value.asText()) : List.of();
    }

    private static List<String> values(JsonNode contacts) {
        return contacts.valueStream()
                .map(contact -> contact.path("value").asText())
                .toList();
    }
}
