package io.dragoman.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dragoman.model.Face;
import io.dragoman.model.HeldRecord;
import io.dragoman.model.TargetId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** What is held of a record, as JSON; what comes back equals what went in. */
public final class HeldJson {
    private static final String FIELDS = "fields";
    private static final String CUSTOM = "custom";
    private static final String FACES = "faces";
    private static final String CHANGED_AT = "changedAt";

    private HeldJson() {}

    public static byte[] write(HeldRecord held) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.set(FIELDS, ValueJson.write(held.fields()));
        node.set(CUSTOM, ValueJson.write(held.customFields()));
        ObjectNode faces = node.putObject(FACES);
        held.faces()
                .forEach((key, face) -> faces.putArray(key).add(face.field()).add(face.text()));
        if (held.changedAt() != null) {
            node.put(CHANGED_AT, held.changedAt().toString());
        }
        return node.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** @param id of the record, which is not in the text */
    public static HeldRecord read(TargetId id, byte[] json) {
        JsonNode node = RecordJson.tree(json);
        Map<String, Face> faces = new TreeMap<>();
        node.path(FACES)
                .properties()
                .forEach(face -> faces.put(
                        face.getKey(),
                        new Face(
                                face.getValue().path(0).textValue(),
                                face.getValue().path(1).textValue())));
        JsonNode changedAt = node.path(CHANGED_AT);
        return new HeldRecord(
                id,
                ValueJson.readFields(node.path(FIELDS)),
                ValueJson.readFields(node.path(CUSTOM)),
                faces,
                changedAt.isTextual() ? Instant.parse(changedAt.textValue()) : null);
    }
}
