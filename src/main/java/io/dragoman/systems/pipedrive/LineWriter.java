package io.dragoman.systems.pipedrive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dragoman.model.Receipt;
import io.dragoman.model.TargetId;
import io.dragoman.model.TargetRecord;
import io.dragoman.model.TargetWrite;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Writes all lines of a deal that come from one source record. Lines are replaced rather than changed: the new ones are added first, so
 * that a refusal costs nothing, and then those that carried our marker before are deleted. Done twice, it ends in the same lines.
 */
public final class LineWriter {
    private final Calls calls;

    LineWriter(Calls calls) {
        this.calls = calls;
    }

    /** Carries out the write; see the port {@code write} for what it throws. */
    public Receipt write(TargetWrite write) {
        return write("write", write);
    }

    /** Takes a write back; lines that are gone already answer the purpose. */
    public Receipt undo(TargetWrite write) {
        return write("undo", write);
    }

    private Receipt write(String port, TargetWrite write) {
        Steps steps = new Steps(calls, port, write.record());
        TargetId known = write.targetId();
        return switch (write.verb()) {
            case CREATE -> steps.add(Lines.bodies(write.record()).size() > 1);
            case ADOPT, UPDATE, RESTORE -> steps.move(known);
            case DELETE -> steps.delete(Objects.requireNonNull(known, "a delete needs an id"));
        };
    }

    private static final class Steps extends RequestSeries {
        Steps(Calls calls, String port, TargetRecord record) {
            super(calls, port, record, Lines.NAMES);
        }

        Receipt add(boolean replacing) {
            String deal = Lines.deal(record);
            List<ObjectNode> bodies = Lines.bodies(record);
            List<String> before = replacing ? ours(deal) : List.of();
            List<String> made = new ArrayList<>();
            List<JsonNode> lines = new ArrayList<>();
            for (ObjectNode body : bodies) {
                JsonNode given = send(Request.change(port, "POST", path(deal) + "/bulk", body))
                        .path("data");
                given.forEach(line -> made.add(line.path("id").asText()));
                given.forEach(lines::add);
                compare(body.path("data"), given);
            }
            remove(deal, before);
            TargetId id = Lines.id(deal, made);
            return receipt(id, Shown.lines(id, lines));
        }

        /** Where the record now belongs to another deal, its lines leave the old one. */
        Receipt move(@Nullable TargetId known) {
            Receipt added = add(true);
            if (known != null && !Lines.dealOf(known).equals(Lines.dealOf(added.id()))) {
                remove(Lines.dealOf(known), Lines.linesOf(known));
            }
            return receipt(added.id(), added.held());
        }

        Receipt delete(TargetId id) {
            remove(Lines.dealOf(id), Lines.linesOf(id));
            return receipt(id, null);
        }

        private List<String> ours(String deal) {
            String marker = Marker.of(record);
            List<String> ids = new ArrayList<>();
            for (JsonNode line : list(path(deal), Map.of())) {
                if (Marker.in(line.path("comments").asText())
                        .filter(marker::equals)
                        .isPresent()) {
                    ids.add(line.path("id").asText());
                }
            }
            return ids;
        }

        private void remove(String deal, List<String> ids) {
            for (int from = 0; from < ids.size(); from += 100) {
                String some = String.join(",", ids.subList(from, Math.min(ids.size(), from + 100)));
                send(Request.change(port, "DELETE", path(deal), null)
                        .with("ids", some)
                        .orGone());
            }
        }

        private void compare(JsonNode sent, JsonNode given) {
            for (int i = 0; i < sent.size(); i++) {
                differences.addAll(Differences.between(sent.get(i), given.path(i), Lines.NAMES));
            }
        }
    }

    private static String path(String deal) {
        return Kind.DEAL_LINES.path(deal) + "/products";
    }
}
