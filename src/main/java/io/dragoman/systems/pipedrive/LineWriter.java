package io.dragoman.systems.pipedrive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dragoman.model.InDoubt;
import io.dragoman.model.Receipt;
import io.dragoman.model.RecordProblem;
import io.dragoman.model.RunProblem;
import io.dragoman.model.TargetId;
import io.dragoman.model.TargetRecord;
import io.dragoman.model.TargetWrite;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
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
        Steps steps = new Steps(port, write.record());
        TargetId known = write.targetId();
        return switch (write.verb()) {
            case CREATE -> steps.add(Lines.bodies(write.record()).size() > 1);
            case ADOPT, UPDATE, RESTORE -> steps.move(known);
            case DELETE -> steps.delete(Objects.requireNonNull(known, "a delete needs an id"));
        };
    }

    /** The requests of one write, which together cost and differ. */
    private final class Steps {
        private final String port;
        private final TargetRecord record;
        private final Set<String> differences = new TreeSet<>();
        private int tokens;
        private boolean changed;

        Steps(String port, TargetRecord record) {
            this.port = port;
            this.record = record;
        }

        Receipt add(boolean replacing) {
            String deal = Lines.deal(record);
            List<ObjectNode> bodies = Lines.bodies(record);
            List<String> before = replacing ? ours(deal) : List.of();
            List<String> made = new ArrayList<>();
            for (ObjectNode body : bodies) {
                JsonNode given = send(Request.change(port, "POST", path(deal) + "/bulk", body))
                        .path("data");
                given.forEach(line -> made.add(line.path("id").asText()));
                compare(body.path("data"), given);
            }
            remove(deal, before);
            return new Receipt(Lines.id(deal, made), tokens, differences);
        }

        /** Where the record now belongs to another deal, its lines leave the old one. */
        Receipt move(@Nullable TargetId known) {
            Receipt added = add(true);
            if (known != null && !Lines.dealOf(known).equals(Lines.dealOf(added.id()))) {
                remove(Lines.dealOf(known), Lines.linesOf(known));
            }
            return new Receipt(added.id(), tokens, differences);
        }

        Receipt delete(TargetId id) {
            remove(Lines.dealOf(id), Lines.linesOf(id));
            return new Receipt(id, tokens, Set.of());
        }

        private List<String> ours(String deal) {
            String marker = Marker.of(record);
            List<String> ids = new ArrayList<>();
            for (JsonNode line : calls.walk(port, path(deal), Map.of())) {
                if (Marker.in(line.path("comments").asText())
                        .filter(marker::equals)
                        .isPresent()) {
                    ids.add(line.path("id").asText());
                }
            }
            tokens += Costs.of("GET", path(deal));
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

        /** Once one request of several is carried out, no failure of another means that nothing was. */
        private JsonNode send(Request request) {
            try {
                JsonNode answer = calls.send(request.about(Site.of(record), Lines.NAMES));
                tokens += request.tokens();
                changed = true;
                return answer;
            } catch (RecordProblem | RunProblem e) {
                throw changed ? new InDoubt("only some of the lines are written", e) : e;
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
