package io.dragoman.systems.pipedrive;

import com.fasterxml.jackson.databind.JsonNode;
import io.dragoman.model.Price;
import io.dragoman.model.ReadBack.Held;
import io.dragoman.model.TargetId;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads deal participants, deal by deal, and organization relationships, one by one. */
final class EndReader {
    private final Calls calls;

    EndReader(Calls calls) {
        this.calls = calls;
    }

    Iterator<Held> held(String port, Kind kind, Set<TargetId> ids) {
        return kind == Kind.DEAL_PARTICIPANT ? participants(port, ids) : relationships(port, ids);
    }

    private Iterator<Held> participants(String port, Set<TargetId> ids) {
        Set<String> deals = ids.stream().map(Lines::dealOf).collect(Collectors.toSet());
        Map<TargetId, Held> held = new HashMap<>();
        for (String deal : deals) {
            JsonNode answer = calls.send(Request.read(port, Kind.participants(deal), Map.of())
                    .with("limit", "500")
                    .orGone());
            for (JsonNode row : answer.path("data")) {
                TargetId id = new TargetId(deal + "/" + row.path("id").asText());
                TargetId person = new TargetId(Neutral.end(row.path("person_id")));
                held.put(id, new Held(id, Map.of("deal", new TargetId(deal), "person", person)));
            }
        }
        return ids.stream().flatMap(id -> Stream.ofNullable(held.get(id))).iterator();
    }

    private Iterator<Held> relationships(String port, Set<TargetId> ids) {
        HeldRecords records = new HeldRecords(Kind.ORGANIZATION_RELATIONSHIP, List.of(), List.of(), Map.of());
        return ids.stream()
                .map(id -> calls.send(Request.read(port, Kind.ORGANIZATION_RELATIONSHIP.path(id.value()), Map.of())
                                .orGone())
                        .path("data"))
                .flatMap(row -> Optional.of(row).filter(there -> there.has("id")).stream())
                .map(records::of)
                .iterator();
    }

    /** What reading so many costs, when each is on a deal of its own. */
    static Price price(Kind kind, long ids) {
        String path = kind == Kind.DEAL_PARTICIPANT ? Kind.participants("0") : kind.path("0");
        return new Price(1, Costs.of("GET", path)).times(ids);
    }
}
