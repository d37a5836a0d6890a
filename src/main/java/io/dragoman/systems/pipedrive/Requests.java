package io.dragoman.systems.pipedrive;

import io.dragoman.model.TargetId;
import io.dragoman.model.TargetRecord;
import io.dragoman.model.TargetWrite;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The one request that carries out a write of any kind but lines. Thread-safe. */
public final class Requests {
    private final Bodies bodies;

    Requests(Bodies bodies) {
        this.bodies = bodies;
    }

    /**
     * The request of a write.
     *
     * @throws io.dragoman.model.RecordProblem when a value has no form Pipedrive takes
     * @throws io.dragoman.model.RunProblem when the account was not prepared for a field
     */
    public Request of(TargetWrite write) {
        return request("write", write);
    }

    /** The request that takes a write back; a record that is gone already answers the purpose. */
    public Request undo(TargetWrite write) {
        return request("undo", write).orGone();
    }

    private Request request(String port, TargetWrite write) {
        TargetRecord record = write.record();
        Kind kind = Kind.of(record.kind());
        return switch (write.verb()) {
            case CREATE -> sent(port, "POST", place(kind, record), record, everything(record));
            case ADOPT, UPDATE, RESTORE ->
                kind == Kind.DEAL_PARTICIPANT
                        ? unmoved(port, write)
                        : sent(port, kind.change(), kind.path(id(write)), record, changed(write));
            case DELETE ->
                Request.change(port, "DELETE", kind.path(id(write)), null).about(Site.of(record), Map.of());
        };
    }

    private Request sent(String port, String method, String path, TargetRecord record, Set<String> fields) {
        if (!method.equals("POST") && fields.isEmpty()) {
            return Request.read(port, path, Map.of()).about(Site.of(record), Map.of());
        }
        Body body = bodies.of(record, fields);
        if (method.equals("POST") && Kind.of(record.kind()) == Kind.LEAD) {
            body.json().put("origin_id", Marker.bare(record));
        }
        return Request.change(port, method, path, body.json()).about(Site.of(record), body.names());
    }

    private static String place(Kind kind, TargetRecord record) {
        return kind == Kind.DEAL_PARTICIPANT ? Kind.participants(Lines.deal(record)) : kind.path();
    }

    /** Removing one and adding another would be two writes, of which a rollback could only take back one. */
    private static Request unmoved(String port, TargetWrite write) {
        if (!write.changed().isEmpty()) {
            throw Site.of(write.record())
                    .problem(
                            "participant-cannot-move",
                            null,
                            "The source names another person or deal than before, and Pipedrive can only add and remove"
                                    + " participants. Roll this record back, then run again.");
        }
        String deal = id(write).substring(0, id(write).indexOf('/'));
        return Request.read(port, Kind.participants(deal), Map.of()).about(Site.of(write.record()), Map.of());
    }

    private static Set<String> everything(TargetRecord record) {
        Set<String> fields = new LinkedHashSet<>(record.fields().keySet());
        fields.addAll(record.customFields().keySet());
        if (Kind.of(record.kind()) == Kind.ACTIVITY) {
            fields.add("note");
        }
        if (Kind.of(record.kind()) == Kind.DEAL_PARTICIPANT) {
            fields.remove("deal");
        }
        return fields;
    }

    private static Set<String> changed(TargetWrite write) {
        Set<String> fields = new LinkedHashSet<>(write.changed());
        fields.removeIf(StandardFields::onlyWhenMade);
        return fields;
    }

    private static String id(TargetWrite write) {
        TargetId id = Objects.requireNonNull(write.targetId(), "a change needs the id of what it changes");
        return id.value();
    }
}
