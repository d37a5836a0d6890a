package io.dragoman.systems.pipedrive;

import com.fasterxml.jackson.databind.JsonNode;
import io.dragoman.model.Price;
import io.dragoman.model.TargetId;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * Reads rows of kinds that only the first version of the API has. It lists no ids, so some records are asked for one by one, and many
 * are looked for in the list of all.
 */
final class OldReader {
    /** At the price of a list page, ten times that of one record, few accounts hold so little that the list is cheaper. */
    private static final int ONE_BY_ONE = 100;

    private static final int PAGE = 500;

    private final Calls calls;

    OldReader(Calls calls) {
        this.calls = calls;
    }

    Iterator<JsonNode> all(String port, Kind kind) {
        return all(port, kind, Map.of());
    }

    Iterator<JsonNode> all(String port, Kind kind, Map<String, String> query) {
        return StreamSupport.stream(calls.walk(port, kind.path(), query).spliterator(), false)
                .filter(OldReader::isThere)
                .iterator();
    }

    /** What the list of the kind leaves out. */
    Iterator<JsonNode> archived(String port, Kind kind) {
        return StreamSupport.stream(
                        calls.walk(port, kind.path() + "/archived", Map.of()).spliterator(), false)
                .filter(OldReader::isThere)
                .iterator();
    }

    /** Those of the ids that are still there, in no order. */
    Iterator<JsonNode> some(String port, Kind kind, Collection<TargetId> ids) {
        if (ids.size() > ONE_BY_ONE) {
            Set<String> wanted = new HashSet<>();
            ids.forEach(id -> wanted.add(id.value()));
            return StreamSupport.stream(calls.walk(port, kind.path(), Map.of()).spliterator(), false)
                    .filter(row -> wanted.contains(row.path("id").asText()) && isThere(row))
                    .iterator();
        }
        return ids.stream()
                .map(id -> calls.send(Request.read(port, kind.path(id.value()), Map.of())
                                .orGone())
                        .path("data"))
                .filter(OldReader::isThere)
                .iterator();
    }

    /** What {@link #some} costs, in an account that holds no others of the kind. */
    static Price price(Kind kind, long ids) {
        return ids > ONE_BY_ONE
                ? new Price(1, Costs.of("GET", kind.path())).times((ids + PAGE - 1) / PAGE)
                : new Price(1, Costs.of("GET", kind.path("0"))).times(ids);
    }

    private static boolean isThere(JsonNode row) {
        return row.has("id") && row.path("active_flag").asBoolean(true);
    }
}
