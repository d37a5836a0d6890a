package io.dragoman.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Shows notes the way version 1 answers them, with the names of what they hang on. */
final class NoteView {
    private final Account account;

    NoteView(Account account) {
        this.account = account;
    }

    ObjectNode of(Row row) {
        ObjectNode record = row.record();
        ObjectNode view = Json.object().put("id", row.id).put("active_flag", !row.deleted());
        view.put("add_time", Tidy.oldTime(row.added())).put("update_time", Tidy.oldTime(row.updated()));
        view.put("content", record.path("content").asText());
        parent(record, view, Kind.DEAL, "deal_id", "deal", "title");
        parent(record, view, Kind.PERSON, "person_id", "person", "name");
        parent(record, view, Kind.ORGANIZATION, "org_id", "organization", "name");
        String lead = record.path("lead_id").asText();
        boolean isThere = account.records(Kind.LEAD).has(Uuid.number(Kind.LEAD, lead));
        view.put("lead_id", isThere ? lead : null);
        for (String absent : new String[] {"project_id", "project", "task_id", "task"}) {
            view.putNull(absent);
        }
        for (String pinned : new String[] {"deal", "lead", "organization", "person"}) {
            String flag = "pinned_to_" + pinned + "_flag";
            view.put(flag, record.path(flag).asInt() == 1);
        }
        view.put("pinned_to_project_flag", false).put("pinned_to_task_flag", false);
        long userId = record.path("user_id").asLong();
        view.put("user_id", userId).put("last_update_user_id", account.me().id());
        SandboxUser user = account.user(userId);
        if (user != null) {
            ObjectNode author =
                    view.putObject("user").put("email", user.email()).put("name", user.name());
            author.put("is_you", user.equals(account.me()));
            author.putNull("icon_url");
        }
        return view;
    }

    private void parent(ObjectNode record, ObjectNode view, Kind kind, String key, String object, String title) {
        Row parent = account.records(kind).find(record.path(key).asLong());
        if (parent == null) {
            view.putNull(key);
            view.putNull(object);
            return;
        }
        view.put(key, parent.id);
        view.putObject(object).put(title, parent.record().path(title).asText());
    }
}
