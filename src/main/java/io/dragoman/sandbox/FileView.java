package io.dragoman.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Shows files the way version 1 answers them, with the names of what they belong to. */
final class FileView {
    private static final List<String> ABSENT = List.of("lead_name", "project_id", "project_name", "log_id");

    private final Account account;

    FileView(Account account) {
        this.account = account;
    }

    ObjectNode of(Row row) {
        ObjectNode record = row.record();
        String name = record.path("name").asText();
        ObjectNode view =
                Json.object().put("id", row.id).put("user_id", account.me().id());
        parent(record, view, Kind.DEAL, "deal_id", "deal_name", "title");
        parent(record, view, Kind.PERSON, "person_id", "person_name", "name");
        parent(record, view, Kind.ORGANIZATION, "org_id", "org_name", "name");
        parent(record, view, Kind.PRODUCT, "product_id", "product_name", "name");
        for (String bare : List.of("activity_id", "lead_id")) {
            view.set(bare, record.hasNonNull(bare) ? record.get(bare) : Json.nothing());
        }
        ABSENT.forEach(view::putNull);
        view.put("add_time", Tidy.oldTime(row.added())).put("update_time", Tidy.oldTime(row.updated()));
        view.put("file_name", row.id + "_" + name).put("file_type", "file");
        view.put("file_size", record.path("file_size").asLong());
        view.put("active_flag", !row.deleted()).put("inline_flag", false);
        for (String empty : List.of("remote_location", "remote_id", "cid", "s3_bucket")) {
            view.put(empty, "");
        }
        view.put("url", "https://app.pipedrive.com/api/v1/files/" + row.id + "/download");
        return view.put("name", name)
                .put("description", record.path("description").asText());
    }

    /** As it is shown, and what was sent of it that nothing shows. */
    ObjectNode whole(Row row) {
        ObjectNode record = row.record();
        return of(row).put("sha256", record.path("sha256").asText())
                .put("type", record.path("type").asText());
    }

    private void parent(ObjectNode record, ObjectNode view, Kind kind, String key, String name, String title) {
        Row parent = account.records(kind).find(record.path(key).asLong());
        if (parent == null) {
            view.putNull(key);
            view.putNull(name);
            return;
        }
        view.put(key, parent.id);
        view.put(name, parent.record().path(title).asText());
    }
}
