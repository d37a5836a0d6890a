package io.dragoman.sandbox;

import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Shows a found record in the short form of the search answers. */
final class SearchItem {
    private final Account account;
    private final SearchText texts;

    SearchItem(Account account, SearchText texts) {
        this.account = account;
        this.texts = texts;
    }

    ObjectNode of(Kind kind, Row row) {
        ObjectNode record = row.record();
        ObjectNode item = Json.object().put("id", row.id).put("type", kind.noun());
        String title = kind == Kind.DEAL ? "title" : "name";
        item.put(title, record.path(title).asText());
        item.put("visible_to", record.path("visible_to").asInt(3));
        item.putObject("owner").put("id", record.path("owner_id").asLong());
        switch (kind) {
            case PERSON -> {
                list(kind, record, item, "phones", "phone");
                list(kind, record, item, "emails", "email");
                link(record, item, Kind.ORGANIZATION, "org_id", "organization");
            }
            case DEAL -> deal(record, item);
            case ORGANIZATION ->
                item.set(
                        "address",
                        record.path("address").has("value")
                                ? record.path("address").get("value")
                                : NullNode.instance);
            default -> item.put("code", record.path("code").asText(null));
        }
        list(kind, record, item, "custom_fields", "custom_fields");
        if (kind != Kind.PRODUCT) {
            item.putArray("notes");
        }
        ObjectNode found = Json.object().put("result_score", 1.0);
        found.set("item", item);
        return found;
    }

    private void deal(ObjectNode record, ObjectNode item) {
        item.set("value", record.path("value"));
        item.put("currency", record.path("currency").asText());
        item.put("status", record.path("status").asText());
        link(record, item, Kind.STAGE, "stage_id", "stage");
        link(record, item, Kind.PERSON, "person_id", "person");
        link(record, item, Kind.ORGANIZATION, "org_id", "organization");
        item.put("is_archived", record.path("is_archived").asBoolean(false));
    }

    private void list(Kind kind, ObjectNode record, ObjectNode item, String key, String field) {
        var list = item.putArray(key);
        texts.texts(kind, record, field).forEach(list::add);
    }

    private void link(ObjectNode record, ObjectNode item, Kind kind, String key, String name) {
        Row row = account.records(kind).find(record.path(key).asLong());
        if (row == null) {
            item.putNull(name);
        } else {
            item.putObject(name)
                    .put("id", row.id)
                    .put("name", row.record().path("name").asText());
        }
    }
}
