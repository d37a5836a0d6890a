package io.dragoman.systems.pipedrive;

import io.dragoman.model.ContentSource;
import io.dragoman.model.FileFields;
import io.dragoman.model.TargetId;
import io.dragoman.model.TargetRecord;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** The requests about one file. */
final class FileRequests {
    /** Mapping's name of a parent to the key of the API. */
    static final Map<String, String> KEYS = Map.of(
            "person", "person_id",
            "organization", "org_id",
            "deal", "deal_id",
            "product", "product_id",
            "activity", "activity_id",
            "lead", "lead_id");

    private FileRequests() {}

    static Request upload(String port, TargetRecord record, ContentSource contents) {
        Map<String, String> parents = new TreeMap<>();
        FileFields.parents(record).forEach((field, id) -> parents.put(KEYS.get(field), id.value()));
        Upload upload = new Upload(
                contents,
                text(record, FileFields.CONTENT),
                name(record),
                text(record, FileFields.MEDIA_TYPE),
                FileFields.size(record),
                text(record, FileFields.SHA256),
                parents);
        return Request.change(port, "POST", Kind.FILE.path(), null)
                .carrying(upload)
                .about(Site.of(record), names());
    }

    /** Content and parents of a file cannot be changed, its name can. */
    static Request rename(String port, TargetRecord record, TargetId id) {
        return Request.change(port, "PUT", Kind.FILE.path(id.value()), null)
                .carrying(new Form(Map.of("name", name(record))))
                .about(Site.of(record), names());
    }

    static Request delete(String port, TargetRecord record, TargetId id) {
        return Request.change(port, "DELETE", Kind.FILE.path(id.value()), null)
                .about(Site.of(record), Map.of())
                .orGone();
    }

    static String name(TargetRecord record) {
        return text(record, FileFields.NAME);
    }

    private static String text(TargetRecord record, String field) {
        return Objects.requireNonNull(record.fields().get(field), field + " is known of every measured file")
                .toString();
    }

    private static Map<String, String> names() {
        Map<String, String> names = new TreeMap<>();
        KEYS.forEach((field, key) -> names.put(key, field));
        names.put("file", FileFields.CONTENT);
        names.put("name", FileFields.NAME);
        return names;
    }
}
