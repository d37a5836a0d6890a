package io.dragoman.systems.pipedrive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dragoman.model.InDoubt;
import io.dragoman.model.Receipt;
import io.dragoman.model.TargetId;
import io.dragoman.model.TargetWrite;
import java.io.IOException;
import java.util.Map;
import java.util.Set;

/** Turns the answer of a write into its receipt. Thread-safe. */
public final class Receipts {
    private final Shown shown;

    Receipts(Shown shown) {
        this.shown = shown;
    }

    /**
     * The receipt of one request.
     *
     * @param answer envelope; empty when an undo found the record gone
     * @throws InDoubt when the answer of a create names no id
     */
    public Receipt of(TargetWrite write, Request request, JsonNode answer) {
        JsonNode given = answer.path("data");
        TargetId id = id(write, given);
        boolean changes = request.isWrite();
        return new Receipt(
                id,
                request.tokens(),
                differences(request, given),
                changes ? shown.of(write, id, row(write, given)) : null);
    }

    /** A participant's row names its deal nowhere we rely on. */
    private static JsonNode row(TargetWrite write, JsonNode given) {
        if (Kind.of(write.record().kind()) == Kind.DEAL_PARTICIPANT && given instanceof ObjectNode row) {
            return row.deepCopy().put("deal_id", Lines.deal(write.record()));
        }
        return given;
    }

    private static TargetId id(TargetWrite write, JsonNode given) {
        TargetId known = write.targetId();
        if (known != null) {
            return known;
        }
        JsonNode id = given.path("id");
        if (id.isIntegralNumber() && Kind.of(write.record().kind()) == Kind.DEAL_PARTICIPANT) {
            return new TargetId(Lines.deal(write.record()) + "/" + id.asText());
        }
        if (id.isIntegralNumber() || id.isTextual() && !id.textValue().isEmpty()) {
            return new TargetId(id.asText());
        }
        throw withoutId();
    }

    static InDoubt withoutId() {
        return new InDoubt("an answer without an id", new IOException("an answer without an id"));
    }

    private static Set<String> differences(Request request, JsonNode given) {
        JsonNode sent = request.body();
        return sent == null || given.isMissingNode()
                ? Set.of()
                : Differences.between(sent, given, Map.copyOf(request.names()));
    }
}
