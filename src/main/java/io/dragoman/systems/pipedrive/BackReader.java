package io.dragoman.systems.pipedrive;

import com.fasterxml.jackson.databind.JsonNode;
import io.dragoman.model.Money;
import io.dragoman.model.ReadBack;
import io.dragoman.model.ReadBack.Held;
import io.dragoman.model.TargetId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.Spliterators;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Reads records back to verify them: whole lists for a whole kind, lists of ids for some. Pages are read as they are used up. */
public final class BackReader {
    private static final String PORT = "read-back";
    private static final int AT_ONCE = 100;
    private final Calls calls;
    private final AccountReader account;
    private final OldReader old;

    BackReader(Calls calls, AccountReader account) {
        this.calls = calls;
        this.account = account;
        this.old = new OldReader(calls);
    }

    /**
     * What the account holds now. Lines are told as {@code lines}, a list of maps, with their {@code deal}.
     *
     * @throws RuntimeException for all deal lines, participants or relationships at once, which the API cannot list
     */
    public Iterator<Held> read(ReadBack wanted) {
        Kind kind = Kind.of(wanted.kind());
        Set<TargetId> ids = wanted.ids();
        if (kind == Kind.FILE) {
            return new FileList(calls).held(PORT, ids);
        }
        if (kind == Kind.DEAL_LINES) {
            if (ids == null) {
                throw new IllegalArgumentException("deal lines are read back by id");
            }
            return lines(ids);
        }
        if (kind == Kind.NOTE) {
            return notes(ids);
        }
        if (kind == Kind.DEAL_PARTICIPANT || kind == Kind.ORGANIZATION_RELATIONSHIP) {
            return new EndReader(calls).held(PORT, kind, Objects.requireNonNull(ids, "these are read back by id"));
        }
        if (kind == Kind.LEAD) {
            HeldRecords leads =
                    new HeldRecords(kind, account.fields(PORT, kind), List.of(), names(account.leadLabels(PORT)));
            Iterator<JsonNode> rows = ids == null ? old.all(PORT, kind) : old.some(PORT, kind, ids);
            return StreamSupport.stream(Spliterators.spliteratorUnknownSize(rows, 0), false)
                    .map(leads::of)
                    .iterator();
        }
        HeldRecords records = new HeldRecords(
                kind,
                kind.hasCustomFields() ? account.fields(PORT, kind) : List.of(),
                kind == Kind.DEAL ? account.pipelines(PORT, new HashSet<>()) : List.of(),
                kind == Kind.ACTIVITY ? names(account.activityTypes(PORT, new HashSet<>())) : Map.of());
        Iterable<JsonNode> rows = ids == null ? calls.walk(PORT, kind.path(), Map.of()) : some(kind, ids);
        return StreamSupport.stream(rows.spliterator(), false)
                .filter(row -> !row.path("is_deleted").asBoolean(false))
                .map(records::of)
                .iterator();
    }

    private Iterable<JsonNode> some(Kind kind, Set<TargetId> ids) {
        return () -> Pieces.of(ids, AT_ONCE).stream()
                .flatMap(piece -> StreamSupport.stream(
                        calls.walk(PORT, kind.path(), Map.of("ids", String.join(",", piece)))
                                .spliterator(),
                        false))
                .iterator();
    }

    private Iterator<Held> lines(Set<TargetId> ids) {
        Map<String, JsonNode> byId = new HashMap<>();
        Set<TargetId> deals = ids.stream().map(Lines::dealOf).map(TargetId::new).collect(Collectors.toSet());
        for (List<String> piece : Pieces.of(deals, AT_ONCE)) {
            for (JsonNode line :
                    calls.walk(PORT, "/api/v2/deals/products", Map.of("deal_ids", String.join(",", piece)))) {
                byId.put(line.path("id").asText(), line);
            }
        }
        return ids.stream()
                .filter(id -> byId.keySet().containsAll(new HashSet<>(Lines.linesOf(id))))
                .map(id -> held(id, byId))
                .iterator();
    }

    /** Where all notes are read, each part of a note stands for itself. */
    private Iterator<Held> notes(@Nullable Set<TargetId> ids) {
        HeldRecords records = new HeldRecords(Kind.NOTE, List.of(), List.of(), Map.of());
        if (ids == null) {
            return StreamSupport.stream(Spliterators.spliteratorUnknownSize(old.all(PORT, Kind.NOTE), 0), false)
                    .map(records::of)
                    .iterator();
        }
        Map<String, Held> parts = new HashMap<>();
        List<TargetId> wanted = ids.stream()
                .flatMap(id -> Notes.ids(id).stream())
                .map(TargetId::new)
                .toList();
        old.some(PORT, Kind.NOTE, wanted)
                .forEachRemaining(row -> parts.put(row.path("id").asText(), records.of(row)));
        return ids.stream().flatMap(id -> whole(id, parts).stream()).iterator();
    }

    private static Optional<Held> whole(TargetId id, Map<String, Held> parts) {
        List<Held> held =
                Notes.ids(id).stream().map(parts::get).filter(Objects::nonNull).toList();
        if (held.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Object> values = new TreeMap<>(held.get(0).values());
        values.put(
                "content",
                held.stream()
                        .map(part -> part.values().getOrDefault("content", "").toString())
                        .collect(Collectors.joining("\n")));
        return Optional.of(new Held(id, values));
    }

    private static Held held(TargetId id, Map<String, JsonNode> byId) {
        List<Map<String, Object>> lines =
                Lines.linesOf(id).stream().map(byId::get).map(BackReader::line).toList();
        return new Held(id, Map.of("deal", new TargetId(Lines.dealOf(id)), "lines", lines));
    }

    private static Map<String, Object> line(JsonNode row) {
        Map<String, Object> values = new TreeMap<>();
        StandardFields.of(Kind.DEAL_LINES).forEach((field, column) -> {
            Object value = Neutral.value(column.type(), row.path(column.key()));
            if (value != null) {
                values.put(field, value);
            }
        });
        values.put(
                "item_price",
                new Money(
                        row.path("item_price").decimalValue(),
                        row.path("currency").asText()));
        String comments = Marker.without(row.path("comments").asText());
        if (comments != null) {
            values.put("comments", comments);
        }
        return values;
    }

    private static Map<String, String> names(Map<String, String> byName) {
        return byName.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey, (one, same) -> one));
    }
}
