package io.dragoman.systems.pipedrive;

import com.fasterxml.jackson.databind.JsonNode;
import io.dragoman.model.TargetId;
import io.dragoman.model.TargetRecord;
import io.dragoman.model.Trace;
import io.dragoman.model.TraceRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Traces of what only joins two others and carries nothing of ours: deal participants and organization relationships. They are known by
 * their two ends, and by being younger than the first attempt, so that what others joined before stays theirs. There is a list for each
 * first end, and none of all.
 */
final class EndTrail {
    private final Calls calls;
    private final Lately lately;

    EndTrail(Calls calls, Lately lately) {
        this.calls = calls;
        this.lately = lately;
    }

    Iterator<Trace> follow(Kind kind, TraceRequest asked) {
        Instant since = lately.byServer(asked.since());
        Map<String, List<TargetRecord>> byFirstEnd = new LinkedHashMap<>();
        asked.wanted()
                .forEach(record -> byFirstEnd
                        .computeIfAbsent(firstEnd(kind, record), none -> new ArrayList<>())
                        .add(record));
        return byFirstEnd.entrySet().stream()
                .flatMap(end -> rows(kind, end.getKey())
                        .filter(row -> isYoung(row, since))
                        .flatMap(row -> end.getValue().stream()
                                .filter(record -> joins(kind, row, record))
                                .map(record -> new Trace(record.mark(), id(kind, end.getKey(), row)))))
                .iterator();
    }

    private Stream<JsonNode> rows(Kind kind, String firstEnd) {
        Iterable<JsonNode> rows = kind == Kind.DEAL_PARTICIPANT
                ? calls.walk("traces", Kind.participants(firstEnd), Map.of())
                : calls.send(Request.read("traces", kind.path(), Map.of("org_id", firstEnd)))
                        .path("data");
        return StreamSupport.stream(rows.spliterator(), false);
    }

    private static String firstEnd(Kind kind, TargetRecord record) {
        return end(record, kind == Kind.DEAL_PARTICIPANT ? "deal" : "from");
    }

    private static boolean joins(Kind kind, JsonNode row, TargetRecord record) {
        if (kind == Kind.DEAL_PARTICIPANT) {
            return Neutral.end(row.path("person_id")).equals(end(record, "person"));
        }
        return row.path("type").asText().equals(record.fields().get("type"))
                && Neutral.end(row.path("rel_owner_org_id")).equals(end(record, "from"))
                && Neutral.end(row.path("rel_linked_org_id")).equals(end(record, "to"));
    }

    private static boolean isYoung(JsonNode row, Instant since) {
        return Neutral.value("old-date-time", row.path("add_time")) instanceof Instant added && !added.isBefore(since);
    }

    private static TargetId id(Kind kind, String firstEnd, JsonNode row) {
        String own = row.path("id").asText();
        return new TargetId(kind == Kind.DEAL_PARTICIPANT ? firstEnd + "/" + own : own);
    }

    private static String end(TargetRecord record, String field) {
        return record.fields().get(field) instanceof TargetId id ? id.value() : "";
    }
}
