package io.dragoman.systems.pipedrive;

import com.fasterxml.jackson.databind.JsonNode;
import io.dragoman.model.FindRequest;
import io.dragoman.model.TargetId;
import io.dragoman.model.TargetRecord;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Finds records whose answers were lost: in the lists of what changed lately, by the source key each carries. Lists are read rather than
 * searched, because search shows a new record late. Of two records with one key the older one is found.
 */
public final class Finder {
    private static final String PORT = "find";
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);
    private static final int DEALS_AT_ONCE = 100;
    private final Calls calls;
    private final Words words;
    private final ServerClock clock;

    Finder(Calls calls, Words words, ServerClock clock) {
        this.calls = calls;
        this.words = words;
        this.clock = clock;
    }

    /** Source key to id for those that are there; the others were never written. */
    public Map<String, TargetId> find(FindRequest request) {
        Kind kind = Kind.of(request.kind());
        return switch (kind) {
            case ACTIVITY -> byNote(request);
            case DEAL_LINES -> byComments(request);
            case PERSON, ORGANIZATION, DEAL, PRODUCT -> byField(kind, request);
        };
    }

    private Map<String, TargetId> byField(Kind kind, FindRequest request) {
        Map<String, String> wanted = new HashMap<>();
        request.wanted().stream()
                .filter(record -> record.keptAs() != null)
                .forEach(record -> wanted.put(record.keptAs(), record.key()));
        Set<String> codes = keptIn(request.wanted()).stream()
                .map(field -> words.code(kind.word(), field))
                .collect(Collectors.toCollection(TreeSet::new));
        Map<String, TargetId> found = new HashMap<>();
        if (codes.isEmpty()) {
            return found;
        }
        Map<String, String> query = since(request);
        query.put("custom_fields", String.join(",", codes));
        for (JsonNode row : calls.walk(PORT, kind.path(), query)) {
            Set<String> values = codes.stream()
                    .map(code -> row.path("custom_fields").path(code).asText())
                    .collect(Collectors.toSet());
            String key = values.size() == 1 ? wanted.get(values.iterator().next()) : null;
            if (key != null && !row.path("is_deleted").asBoolean(false)) {
                found.put(key, new TargetId(row.path("id").asText()));
            }
        }
        return found;
    }

    /** The fields that hold the source key in every record wanted; nearly always one. */
    private static Set<String> keptIn(List<TargetRecord> wanted) {
        Set<String> fields = new TreeSet<>();
        wanted.stream()
                .limit(1)
                .forEach(record -> fields.addAll(record.customFields().keySet()));
        wanted.forEach(record ->
                fields.removeIf(field -> !Objects.equals(record.customFields().get(field), record.keptAs())));
        return fields;
    }

    private Map<String, TargetId> byNote(FindRequest request) {
        Map<String, String> wanted =
                request.wanted().stream().collect(Collectors.toMap(Marker::of, TargetRecord::key, (one, same) -> one));
        Map<String, TargetId> found = new HashMap<>();
        for (JsonNode row : calls.walk(PORT, Kind.ACTIVITY.path(), since(request))) {
            Marker.in(row.path("note").asText())
                    .map(wanted::get)
                    .filter(key -> !row.path("is_deleted").asBoolean(false))
                    .ifPresent(key -> found.put(key, new TargetId(row.path("id").asText())));
        }
        return found;
    }

    /** Lines count as found only when all of a record are there; else they are written again, which replaces them. */
    private Map<String, TargetId> byComments(FindRequest request) {
        Map<String, List<String>> idsByMarker = new HashMap<>();
        List<String> deals =
                request.wanted().stream().map(Lines::deal).distinct().toList();
        for (int from = 0; from < deals.size(); from += DEALS_AT_ONCE) {
            String some = String.join(",", deals.subList(from, Math.min(deals.size(), from + DEALS_AT_ONCE)));
            for (JsonNode line : calls.walk(PORT, "/api/v2/deals/products", Map.of("deal_ids", some))) {
                Marker.in(line.path("comments").asText())
                        .ifPresent(marker -> idsByMarker
                                .computeIfAbsent(line.path("deal_id").asText() + " " + marker, any -> new ArrayList<>())
                                .add(line.path("id").asText()));
            }
        }
        Map<String, TargetId> found = new HashMap<>();
        for (TargetRecord record : request.wanted()) {
            String deal = Lines.deal(record);
            List<String> ids = idsByMarker.getOrDefault(deal + " " + Marker.of(record), List.of());
            if (!ids.isEmpty() && ids.size() == record.lines().size()) {
                found.put(record.key(), Lines.id(deal, ids));
            }
        }
        return found;
    }

    private Map<String, String> since(FindRequest request) {
        Instant since = clock.toServer(request.since()).minus(CLOCKS_DIFFER).truncatedTo(ChronoUnit.SECONDS);
        Map<String, String> query = new LinkedHashMap<>();
        query.put("updated_since", since.toString());
        query.put("sort_by", "id");
        query.put("sort_direction", "desc");
        return query;
    }
}
