package io.dragoman.systems.pipedrive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.dragoman.model.Receipt;
import io.dragoman.model.TargetId;
import io.dragoman.model.TargetWrite;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes back what prepare made. Such a delete names the schema item as the key of a record of the kind {@code schema}: the key is
 * {@link io.dragoman.model.SchemaItem#name()}, the id is that of {@link io.dragoman.model.SchemaItem.Made}.
 */
public final class Undoer {
    private static final String PORT = "undo";
    private final Calls calls;

    Undoer(Calls calls) {
        this.calls = calls;
    }

    /** Deletes the item; one that is gone already answers the purpose. */
    public Receipt schema(TargetWrite write) {
        TargetId id = Objects.requireNonNull(write.targetId(), "a delete needs an id");
        Request request = request(write.record().key(), id.value())
                .about(Site.of(write.record()), Map.of())
                .orGone();
        calls.send(request);
        return new Receipt(id, request.tokens(), Set.of());
    }

    static Request request(String name, String id) {
        String[] parts = name.split("/", 3);
        return switch (parts[0]) {
            case "field" -> delete(Kind.of(parts[1]).fieldsPath() + "/" + id, null);
            case "options" -> {
                String[] fieldAndIds = id.split("/", 2);
                yield delete(Kind.of(parts[1]).fieldsPath() + "/" + fieldAndIds[0] + "/options", ids(fieldAndIds[1]));
            }
            case "pipeline" -> delete("/api/v2/pipelines/" + id, null);
            case "stage" -> delete("/api/v2/stages/" + id, null);
            case "lead-label" -> delete(Recipes.LEAD_LABELS + "/" + id, null);
            case "activity-type" -> delete("/api/v1/activityTypes/" + id, null);
            default -> throw new IllegalArgumentException("not a schema item: " + parts[0]);
        };
    }

    private static Request delete(String path, @Nullable JsonNode body) {
        return Request.change(PORT, "DELETE", path, body);
    }

    private static ArrayNode ids(String joined) {
        ArrayNode ids = Json.array();
        for (String id : joined.split(",", -1)) {
            ids.addObject().put("id", Long.parseLong(id));
        }
        return ids;
    }
}
