package io.dragoman.systems.pipedrive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dragoman.model.Face;
import io.dragoman.model.FileFields;
import io.dragoman.model.HeldRecord;
import io.dragoman.model.TargetId;
import io.dragoman.model.TargetRecord;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What an account would show of a record when it shows just what is sent, without asking it. Fields that are not sent are not told.
 * Thread-safe.
 */
public final class AsSent {
    private final Bodies bodies;
    private final Notes notes;

    AsSent(Bodies bodies, Notes notes) {
        this.bodies = bodies;
        this.notes = notes;
    }

    /**
     * The faces of the record's fields; the id says nothing.
     *
     * @throws io.dragoman.model.RecordProblem when a value has no form Pipedrive takes
     * @throws io.dragoman.model.RunProblem when the account was not prepared for a field
     */
    public HeldRecord of(TargetRecord record) {
        Kind kind = Kind.of(record.kind());
        if (kind == Kind.DEAL_LINES) {
            return Shown.lines(Lines.id(Lines.deal(record), List.of()), lines(record));
        }
        Map<String, Face> faces = new TreeMap<>(Faces.of(kind, row(kind, record), null));
        faces.remove(Face.OTHER_CUSTOM);
        return new HeldRecord(TargetId.PLANNED, Map.of(), Map.of(), faces, null);
    }

    private JsonNode row(Kind kind, TargetRecord record) {
        if (kind == Kind.FILE) {
            ObjectNode row = Json.object().put("name", FileRequests.name(record));
            FileFields.parents(record).forEach((field, id) -> row.put(FileRequests.KEYS.get(field), id.value()));
            return row;
        }
        Set<String> fields = new LinkedHashSet<>(record.fields().keySet());
        if (kind == Kind.NOTE) {
            fields.add("content");
            return Shown.note(List.copyOf(notes.bodies(record, fields, null)));
        }
        if (kind == Kind.DEAL_PARTICIPANT) {
            fields.remove("deal");
            return bodies.of(record, fields).json().put("deal_id", Lines.deal(record));
        }
        fields.addAll(record.customFields().keySet());
        if (kind == Kind.ACTIVITY) {
            fields.add("note");
        }
        return bodies.of(record, fields).json();
    }

    private static List<JsonNode> lines(TargetRecord record) {
        List<JsonNode> lines = new ArrayList<>();
        Lines.bodies(record).forEach(body -> body.path("data").forEach(lines::add));
        return lines;
    }
}
