package io.dragoman.systems.pipedrive;

import com.fasterxml.jackson.databind.JsonNode;
import io.dragoman.model.Catalogue;
import io.dragoman.model.HeldRecord;
import io.dragoman.model.HeldRequest;
import io.dragoman.model.TargetId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Reads what the account holds in some fields, so that it can be compared, and put back as it was. Whole lists are read, 500 records
 * for the price of ten single ones, or lists of ids; pages are read as they are used up. Thread-safe.
 */
public final class HeldReader {
    private static final String PORT = "held";
    /** More named custom fields than this the list does not take; it then gives all there are, for the same price. */
    private static final int NAMED_FIELDS = 15;

    private static final int AT_ONCE = 100;
    private static final String ARCHIVED = "/archived";

    private final Calls calls;
    private final AccountReader account;
    private final Lately lately;
    private final OldReader old;
    private final Map<Kind, List<Catalogue.Field>> fieldsRead = new ConcurrentHashMap<>();

    HeldReader(Calls calls, AccountReader account, Lately lately) {
        this.calls = calls;
        this.account = account;
        this.lately = lately;
        this.old = new OldReader(calls);
    }

    /**
     * Every record of the kind, or those that are wanted; a record that is not there any more is not answered. Where all notes are
     * read, each part of a note stands for itself.
     *
     * @throws RuntimeException for all deal lines, participants or relationships at once, which the API cannot list
     */
    public Iterator<HeldRecord> read(HeldRequest wanted) {
        Kind kind = Kind.of(wanted.kind());
        return switch (kind) {
            case PERSON, ORGANIZATION, DEAL, PRODUCT, ACTIVITY -> records(kind, wanted);
            case LEAD, NOTE, FILE -> old(kind, wanted);
            case DEAL_LINES -> lines(byId(wanted));
            case DEAL_PARTICIPANT, ORGANIZATION_RELATIONSHIP ->
                new EndReader(calls)
                        .rows(PORT, kind, byId(wanted)).entrySet().stream()
                                .map(end -> new HeldRow(kind, null, List.of()).of(end.getKey(), end.getValue()))
                                .iterator();
        };
    }

    private static Set<TargetId> byId(HeldRequest wanted) {
        return Objects.requireNonNull(wanted.ids(), "these are read by id");
    }

    private List<Catalogue.Field> customFields(Kind kind, HeldRequest wanted) {
        List<Catalogue.Field> given = wanted.customFields();
        if (given != null) {
            return given;
        }
        if (!kind.hasCustomFields()) {
            return List.of();
        }
        // a list is read once in a while, ids a hundred at a time
        return wanted.ids() == null
                ? fieldsRead.compute(kind, (any, before) -> account.fields(PORT, kind))
                : fieldsRead.computeIfAbsent(kind, any -> account.fields(PORT, kind));
    }

    private Iterator<HeldRecord> records(Kind kind, HeldRequest wanted) {
        List<Catalogue.Field> fields = customFields(kind, wanted);
        HeldRow shape = new HeldRow(kind, wanted.fields(), fields);
        Set<TargetId> ids = wanted.ids();
        Map<String, String> query = query(kind, fields, wanted.updatedSince());
        Stream<JsonNode> rows = ids == null
                ? everything(kind, query)
                : ids.size() == 1 ? one(kind, ids.iterator().next(), query) : some(kind, ids, query);
        return rows.filter(row -> row.has("id") && !row.path("is_deleted").asBoolean(false))
                .map(shape::of)
                .iterator();
    }

    /** A list leaves out what is archived. */
    private Stream<JsonNode> everything(Kind kind, Map<String, String> query) {
        Stream<JsonNode> rows = stream(calls.walk(PORT, kind.path(), query));
        return kind == Kind.DEAL ? Stream.concat(rows, stream(calls.walk(PORT, kind.path() + ARCHIVED, query))) : rows;
    }

    private Map<String, String> query(Kind kind, List<Catalogue.Field> fields, @Nullable Instant since) {
        Map<String, String> query = since == null ? new LinkedHashMap<>() : lately.since(since);
        if (!fields.isEmpty() && fields.size() <= NAMED_FIELDS) {
            query.put("custom_fields", fields.stream().map(Catalogue.Field::key).collect(Collectors.joining(",")));
        }
        if (kind == Kind.DEAL) {
            // the value of a deal with products is theirs; who else is in it no list tells
            query.put("include_fields", "products_count,participants_count");
        } else if (kind == Kind.ACTIVITY) {
            query.put("include_fields", "attendees");
        }
        return query;
    }

    private Stream<JsonNode> one(Kind kind, TargetId id, Map<String, String> query) {
        boolean takesQuery = kind == Kind.PERSON || kind == Kind.ORGANIZATION || kind == Kind.DEAL;
        Request request = Request.read(PORT, kind.path(id.value()), takesQuery ? query : Map.of());
        return Stream.of(calls.send(request.orGone()).path("data"));
    }

    /** Lists leave archived deals out, so a deal that no list has is asked for by itself. */
    private Stream<JsonNode> some(Kind kind, Set<TargetId> ids, Map<String, String> query) {
        return Pieces.of(ids, AT_ONCE).stream().flatMap(piece -> {
            Map<String, String> asked = new LinkedHashMap<>(query);
            asked.put("ids", String.join(",", piece));
            if (kind != Kind.DEAL) {
                return stream(calls.walk(PORT, kind.path(), asked));
            }
            List<JsonNode> rows = new ArrayList<>();
            Set<String> missing = new HashSet<>(piece);
            for (JsonNode row : calls.walk(PORT, kind.path(), asked)) {
                rows.add(row);
                missing.remove(row.path("id").asText());
            }
            return Stream.concat(rows.stream(), missing.stream().flatMap(id -> one(kind, new TargetId(id), query)));
        });
    }

    private Iterator<HeldRecord> old(Kind kind, HeldRequest wanted) {
        HeldRow shape = new HeldRow(kind, wanted.fields(), customFields(kind, wanted));
        Set<TargetId> ids = wanted.ids();
        if (kind == Kind.FILE) {
            Instant since = wanted.updatedSince();
            return new FileList(calls)
                    .rows(PORT, ids, since == null ? Instant.EPOCH : lately.byServer(since))
                    .map(shape::of)
                    .iterator();
        }
        if (ids == null) {
            Instant since = wanted.updatedSince();
            Stream<JsonNode> rows = stream(old.all(PORT, kind, since == null ? Map.of() : lately.oldSince(since)));
            return (kind == Kind.LEAD ? Stream.concat(rows, stream(old.archived(PORT, kind))) : rows)
                    .map(shape::of)
                    .iterator();
        }
        if (kind == Kind.LEAD) {
            return stream(old.some(PORT, kind, ids)).map(shape::of).iterator();
        }
        Map<String, JsonNode> parts = new LinkedHashMap<>();
        List<TargetId> notes = ids.stream()
                .flatMap(id -> Notes.ids(id).stream())
                .map(TargetId::new)
                .toList();
        old.some(PORT, kind, notes)
                .forEachRemaining(row -> parts.put(row.path("id").asText(), row));
        return ids.stream()
                .flatMap(id -> Stream.of(Shown.note(Notes.ids(id).stream()
                                .map(parts::get)
                                .filter(Objects::nonNull)
                                .toList()))
                        .filter(JsonNode::isObject)
                        .map(row -> shape.of(id, row)))
                .iterator();
    }

    private Iterator<HeldRecord> lines(Set<TargetId> ids) {
        Map<String, JsonNode> byId = new LinkedHashMap<>();
        Set<TargetId> deals = ids.stream().map(Lines::dealOf).map(TargetId::new).collect(Collectors.toSet());
        for (List<String> piece : Pieces.of(deals, AT_ONCE)) {
            for (JsonNode line :
                    calls.walk(PORT, "/api/v2/deals/products", Map.of("deal_ids", String.join(",", piece)))) {
                byId.put(line.path("id").asText(), line);
            }
        }
        return ids.stream()
                .flatMap(id -> {
                    List<JsonNode> there = Lines.linesOf(id).stream()
                            .map(byId::get)
                            .filter(Objects::nonNull)
                            .toList();
                    return there.isEmpty() ? Stream.<HeldRecord>empty() : Stream.of(Shown.lines(id, there));
                })
                .iterator();
    }

    private static <T> Stream<T> stream(Iterable<T> rows) {
        return StreamSupport.stream(rows.spliterator(), false);
    }

    private static <T> Stream<T> stream(Iterator<T> rows) {
        Iterable<T> once = () -> rows;
        return stream(once);
    }
}
