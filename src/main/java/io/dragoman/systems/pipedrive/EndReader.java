package io.dragoman.systems.pipedrive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dragoman.model.Price;
import io.dragoman.model.ReadBack.Held;
import io.dragoman.model.TargetId;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads deal participants, deal by deal, and organization relationships, one by one. */
final class EndReader {
    private final Calls calls;

    EndReader(Calls calls) {
        this.calls = calls;
    }

    Iterator<Held> held(String port, Kind kind, Set<TargetId> ids) {
        HeldRecords relationships = new HeldRecords(kind, List.of(), List.of(), Map.of());
        return rows(port, kind, ids).entrySet().stream()
                .map(row -> kind == Kind.DEAL_PARTICIPANT
                        ? participant(row.getKey(), row.getValue())
                        : relationships.of(row.getValue()))
                .iterator();
    }

    /** Those of the records that are there; a participant's row names its deal. */
    Map<TargetId, JsonNode> rows(String port, Kind kind, Set<TargetId> ids) {
        return kind == Kind.DEAL_PARTICIPANT ? participants(port, ids) : relationships(port, ids);
    }

    private static Held participant(TargetId id, JsonNode row) {
        TargetId person = new TargetId(Neutral.end(row.path("person_id")));
        return new Held(id, Map.of("deal", new TargetId(Lines.dealOf(id)), "person", person));
    }

    private Map<TargetId, JsonNode> participants(String port, Set<TargetId> ids) {
        Set<String> deals = ids.stream().map(Lines::dealOf).collect(Collectors.toSet());
        Map<TargetId, JsonNode> held = new LinkedHashMap<>();
        for (String deal : deals) {
            JsonNode answer = calls.send(Request.read(port, Kind.participants(deal), Map.of())
                    .with("limit", "500")
                    .orGone());
            for (JsonNode row : answer.path("data")) {
                TargetId id = new TargetId(deal + "/" + row.path("id").asText());
                if (ids.contains(id) && row instanceof ObjectNode participant) {
                    held.put(id, participant.put("deal_id", deal));
                }
            }
        }
        return held;
    }

    private Map<TargetId, JsonNode> relationships(String port, Set<TargetId> ids) {
        Map<TargetId, JsonNode> held = new LinkedHashMap<>();
        for (TargetId id : ids) {
            JsonNode row = calls.send(Request.read(port, Kind.ORGANIZATION_RELATIONSHIP.path(id.value()), Map.of())
                            .orGone())
                    .path("data");
            if (row.has("id")) {
                held.put(id, row);
            }
        }
        return held;
    }

    /** What reading so many costs, when each is on a deal of its own. */
    static Price price(Kind kind, long ids) {
        String path = kind == Kind.DEAL_PARTICIPANT ? Kind.participants("0") : kind.path("0");
        return new Price(1, Costs.of("GET", path)).times(ids);
    }
}
