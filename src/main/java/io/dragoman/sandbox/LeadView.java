package io.dragoman.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Shows leads the way the first version of the API answers them: custom values flat, and only those that are there. */
final class LeadView {
    private final Account account;
    private final FlatValues values;

    LeadView(Account account) {
        this.account = account;
        this.values = new FlatValues(account);
    }

    ObjectNode of(Row row) {
        ObjectNode record = row.record();
        ObjectNode view = Json.object().put("id", Uuid.of(Kind.LEAD, row.id));
        view.set("title", record.path("title"));
        view.set("owner_id", record.path("owner_id"));
        view.put("creator_id", account.me().id());
        ArrayNode labels = view.putArray("label_ids");
        for (JsonNode label : record.path("label_ids")) {
            if (account.records(Kind.LEAD_LABEL).has(Uuid.number(Kind.LEAD_LABEL, label.asText()))) {
                labels.add(label);
            }
        }
        link(record, view, "person_id", Kind.PERSON);
        link(record, view, "organization_id", Kind.ORGANIZATION);
        view.put("source_name", "API").put("origin", "API");
        for (String key : new String[] {"origin_id", "channel", "channel_id", "value", "expected_close_date"}) {
            view.set(key, record.hasNonNull(key) ? record.get(key) : Json.nothing());
        }
        view.putNull("source_deal_id");
        view.putNull("next_activity_id");
        view.put("is_archived", record.path("is_archived").asBoolean(false));
        view.put("was_seen", record.path("was_seen").asBoolean(false));
        view.put("visible_to", record.path("visible_to").asText("3"));
        view.put("cc_email", "example-sandbox+lead" + row.id + "@pipedrivemail.com");
        view.put("add_time", Tidy.time(row.added())).put("update_time", Tidy.time(row.updated()));
        values.show(record, view);
        return view;
    }

    private void link(ObjectNode record, ObjectNode view, String key, Kind kind) {
        JsonNode id = record.path(key);
        view.set(key, account.records(kind).has(id.asLong()) ? id : Json.nothing());
    }
}
